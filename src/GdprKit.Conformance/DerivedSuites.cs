using System.Reflection;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Finds what an adapter's assembly leaves out of a port's suites.</summary>
internal static class DerivedSuites
{
    /// <summary>Fails, with the lines to add, when a suite is not derived for every fixture of an assembly.</summary>
    /// <param name="assembly">The assembly of the adapter's tests.</param>
    /// <param name="root">What every suite of the port derives from, with the fixture as its only type argument.</param>
    /// <param name="fixtureRoot">What every fixture of the port derives from.</param>
    /// <param name="fixture">A fixture that counts also when the assembly does not show it.</param>
    public static void Require(Assembly assembly, Type root, Type fixtureRoot, Type fixture)
    {
        Type[] classes = [.. assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true, IsPublic: true })];
        var fixtures = classes.Where(type => type.IsAssignableTo(fixtureRoot)).Append(fixture).Distinct();
        Type[] suites =
        [
            .. root.Assembly.GetExportedTypes()
                .Where(type => type is { IsAbstract: true, IsGenericTypeDefinition: true, BaseType.IsGenericType: true } && type.BaseType.GetGenericTypeDefinition() == root),
        ];
        string[] missing =
        [
            .. from each in fixtures
               from suite in suites
               where IsMeantFor(suite, each)
               let derived = suite.MakeGenericType(each)
               where !Array.Exists(classes, type => type.IsAssignableTo(derived))
               select LineFor(suite, each),
            .. Array.Exists(suites, IsMeasuredAlone) && !Array.Exists(classes, DefinesOneAtATime)
                ? [$"[CollectionDefinition({nameof(OneAtATime)}.{nameof(OneAtATime.Name)}, DisableParallelization = true)] public sealed class MeasuredAlone;"]
                : Array.Empty<string>(),
        ];
        Promise.Holds(
            missing.Length == 0,
            "An adapter passes every suite of its port, or says of a capability that it has not got it.",
            $"the public classes of {assembly.GetName().Name}",
            "one that derives each suite",
            $"these are missing; add them:\n{string.Join('\n', missing)}",
            "Every_suite_is_derived");
    }

    private static bool IsMeasuredAlone(Type suite) => suite.GetCustomAttribute<CollectionAttribute>()?.Name == OneAtATime.Name;

    private static bool DefinesOneAtATime(Type type) =>
        type.GetCustomAttribute<CollectionDefinitionAttribute>() is { Name: OneAtATime.Name, DisableParallelization: true };

    // Some suites are about a capability, and ask for a fixture that has it.
    private static bool IsMeantFor(Type suite, Type fixture) => Array.TrueForAll(suite.GetGenericArguments()[0].GetGenericParameterConstraints(), needed => needed.IsAssignableFrom(fixture));

    private static string LineFor(MemberInfo suite, MemberInfo fixture)
    {
        var name = suite.Name[..suite.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"public sealed class {name.Replace("Suite", "Tests", StringComparison.Ordinal)}({fixture.Name} fixture) : {name}<{fixture.Name}>(fixture);";
    }
}
