using System.Reflection;

namespace GdprKit.Conformance;

/// <summary>Finds the suites that an adapter's assembly does not derive.</summary>
internal static class DerivedSuites
{
    /// <summary>The lines to add, one for each suite that is missing for a fixture.</summary>
    /// <param name="assembly">The assembly of the adapter's tests.</param>
    /// <param name="root">What every suite of the port derives from, with the fixture as its only type argument.</param>
    /// <param name="fixtures">The fixtures.</param>
    public static IReadOnlyList<string> Missing(Assembly assembly, Type root, IEnumerable<Type> fixtures)
    {
        Type[] tests = [.. assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true, IsPublic: true })];
        return
        [
            .. from fixture in fixtures
               from suite in SuitesOf(root)
               where IsMeantFor(suite, fixture)
               let derived = suite.MakeGenericType(fixture)
               where !Array.Exists(tests, type => type.IsAssignableTo(derived))
               select LineFor(suite, fixture),
        ];
    }

    /// <summary>The fixtures that an assembly shows.</summary>
    public static IEnumerable<Type> FixturesIn(Assembly assembly, Type root) =>
        assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true, IsPublic: true } && type.IsAssignableTo(root));

    private static IEnumerable<Type> SuitesOf(Type root) => root.Assembly.GetExportedTypes()
        .Where(type => type is { IsAbstract: true, IsGenericTypeDefinition: true, BaseType.IsGenericType: true } && type.BaseType.GetGenericTypeDefinition() == root);

    // Some suites are about a capability, and ask for a fixture that has it.
    private static bool IsMeantFor(Type suite, Type fixture) => Array.TrueForAll(suite.GetGenericArguments()[0].GetGenericParameterConstraints(), needed => needed.IsAssignableFrom(fixture));

    private static string LineFor(MemberInfo suite, MemberInfo fixture)
    {
        var name = suite.Name[..suite.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"public sealed class {name.Replace("Suite", "Tests", StringComparison.Ordinal)}({fixture.Name} fixture) : {name}<{fixture.Name}>(fixture);";
    }
}
