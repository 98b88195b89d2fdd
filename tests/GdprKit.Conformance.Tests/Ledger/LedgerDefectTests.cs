using System.Reflection;
using Xunit.Sdk;

namespace GdprKit.Conformance.Ledger;

/// <summary>A test of the kit fails when an adapter of a ledger breaks its promise, and says what was promised and what happened.</summary>
[Collection(OneAtATime.Name)]
public sealed class LedgerDefectTests
{
    public static TheoryData<string> Promises => [.. Facts().Select(NameOf)];

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_ledger_that_breaks_a_promise_fails_its_test(string promise)
    {
        (await RunAsync(promise, LedgerDefects.ByPromise[promise])).ShouldTellOf(promise.Split('.')[1]);
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_ledger_without_a_defect_passes(string promise) => (await RunAsync(promise, () => new LedgerDefect())).Should().BeEmpty();

    [Fact]
    public void Every_promise_has_a_defect_and_every_defect_a_promise() => LedgerDefects.ByPromise.Keys.Should().BeEquivalentTo(Facts().Select(NameOf));

    [Fact]
    public async Task A_ledger_that_joins_no_transaction_says_so_and_is_skipped()
    {
        var failures = await RunAsync("LedgerTransactionSuite.Others_see_a_transaction_when_it_is_committed", () => new LedgerDefect { WhyNoTransactions = "files have none" });

        failures.Should().ContainSingle().Which.Should().BeOfType<SkipException>().Which.Message.Should().EndWith("The ledger joins no transaction of a host: files have none");
    }

    [Fact]
    public void A_suite_that_is_not_derived_is_told_with_the_line_to_add()
    {
        var checking = () => new Forgetful().Every_suite_is_derived();

        checking.Should().Throw<XunitException>().WithMessage("*public sealed class LedgerLeaseTests(DefectiveLedgerFixture fixture) : LedgerLeaseSuite<DefectiveLedgerFixture>(fixture);*");
    }

    private static Task<List<Exception>> RunAsync(string promise, Func<LedgerDefect> defect)
    {
        var fact = Facts().Single(each => NameOf(each) == promise);
        return PromiseRuns.FailuresAsync(fact, Derived(fact.DeclaringType!), () => new DefectiveLedgerFixture(defect()));
    }

    private static string NameOf(MethodInfo fact) => $"{fact.DeclaringType!.Name.Split('`')[0]}.{fact.Name}";

    private static IEnumerable<MethodInfo> Facts() => Suites()
        .Select(type => type.BaseType!)
        .SelectMany(suite => suite.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null));

    private static Type Derived(Type suite) => Suites().Single(type => type.BaseType == suite);

    private static IEnumerable<Type> Suites() => typeof(LedgerDefectTests).GetNestedTypes(BindingFlags.NonPublic)
        .Where(type => type.BaseType is { IsGenericType: true, BaseType: { IsGenericType: true } root } && root.GetGenericTypeDefinition() == typeof(LedgerSuite<>));

    private sealed class Forgetful : EveryLedgerSuite<DefectiveLedgerFixture>;

    private sealed class Appending(DefectiveLedgerFixture fixture) : LedgerAppendingSuite<DefectiveLedgerFixture>(fixture);

    private sealed class Cancellation(DefectiveLedgerFixture fixture) : LedgerCancellationSuite<DefectiveLedgerFixture>(fixture);

    private sealed class Concurrency(DefectiveLedgerFixture fixture) : LedgerConcurrencySuite<DefectiveLedgerFixture>(fixture);

    private sealed class Fidelity(DefectiveLedgerFixture fixture) : LedgerFidelitySuite<DefectiveLedgerFixture>(fixture);

    private sealed class Forgetting(DefectiveLedgerFixture fixture) : LedgerForgettingSuite<DefectiveLedgerFixture>(fixture);

    private sealed class History(DefectiveLedgerFixture fixture) : LedgerHistorySuite<DefectiveLedgerFixture>(fixture);

    private sealed class Interruptions(DefectiveLedgerFixture fixture) : LedgerInterruptionSuite<DefectiveLedgerFixture>(fixture);

    private sealed class Leases(DefectiveLedgerFixture fixture) : LedgerLeaseSuite<DefectiveLedgerFixture>(fixture);

    private sealed class Links(DefectiveLedgerFixture fixture) : SubjectLinkSuite<DefectiveLedgerFixture>(fixture);

    private sealed class LogBeginning(DefectiveLedgerFixture fixture) : LogBeginningSuite<DefectiveLedgerFixture>(fixture);

    private sealed class LogInterruptions(DefectiveLedgerFixture fixture) : LogInterruptionSuite<DefectiveLedgerFixture>(fixture);

    private sealed class LogOrdering(DefectiveLedgerFixture fixture) : LogOrderingSuite<DefectiveLedgerFixture>(fixture);

    private sealed class LogReading(DefectiveLedgerFixture fixture) : LogReadingSuite<DefectiveLedgerFixture>(fixture);

    private sealed class LogRestoring(DefectiveLedgerFixture fixture) : LogRestoringSuite<DefectiveLedgerFixture>(fixture);

    private sealed class Querying(DefectiveLedgerFixture fixture) : LedgerQueryingSuite<DefectiveLedgerFixture>(fixture);

    private sealed class Reading(DefectiveLedgerFixture fixture) : LedgerReadingSuite<DefectiveLedgerFixture>(fixture);

    private sealed class Transactions(DefectiveLedgerFixture fixture) : LedgerTransactionSuite<DefectiveLedgerFixture>(fixture);

    private sealed class Volume(DefectiveLedgerFixture fixture) : LedgerVolumeSuite<DefectiveLedgerFixture>(fixture);
}
