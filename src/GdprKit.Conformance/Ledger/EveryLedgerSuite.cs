using System.Reflection;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// Fails when an adapter of a ledger was not put to every suite. Derive it once per fixture:
/// <c>public sealed class EverySuiteTests : EveryLedgerSuite&lt;MyFixture&gt;;</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class EveryLedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>The suites that an adapter derives, each with the fixture as its type argument.</summary>
    private static IEnumerable<Type> Suites => typeof(LedgerSuite<>).Assembly.GetExportedTypes()
        .Where(type => type is { IsAbstract: true, IsGenericTypeDefinition: true, BaseType.IsGenericType: true })
        .Where(type => type.BaseType!.GetGenericTypeDefinition() == typeof(LedgerSuite<>));

    /// <summary>Every suite is derived for every fixture of this assembly: also for one that was forgotten here.</summary>
    [Fact]
    public void Every_suite_is_derived()
    {
        var assembly = GetType().Assembly;
        Type[] classes = [.. assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true })];
        Type[] fixtures = [.. classes.Where(type => type.IsPublic && type.IsAssignableTo(typeof(LedgerFixture))).Append(typeof(TFixture)).Distinct()];
        string[] missing =
        [
            .. from fixture in fixtures
               from suite in Suites
               let derived = suite.MakeGenericType(fixture)
               where !Array.Exists(classes, type => type.IsPublic && type.IsAssignableTo(derived))
               select LineFor(suite, fixture),
        ];
        Promise.Holds(
            missing.Length == 0,
            "An adapter passes every suite of its port, or says of a capability that it has not got it.",
            $"the public classes of {assembly.GetName().Name}",
            "one that derives each suite",
            $"these are missing; add them:\n{string.Join('\n', missing)}");
    }

    private static string LineFor(MemberInfo suite, MemberInfo fixture)
    {
        var name = suite.Name[..suite.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"public sealed class {name.Replace("Suite", "Tests", StringComparison.Ordinal)}({fixture.Name} fixture) : {name}<{fixture.Name}>(fixture);";
    }
}
