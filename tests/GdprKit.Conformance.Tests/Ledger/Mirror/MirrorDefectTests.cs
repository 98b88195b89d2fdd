using System.Reflection;
using Xunit.Sdk;

namespace GdprKit.Conformance.Mirror;

/// <summary>A test of the kit fails when a mirror breaks its promise, and says what was promised and what happened.</summary>
[Collection(OneAtATime.Name)]
public sealed class MirrorDefectTests
{
    public static TheoryData<string> Promises => [.. Facts().Select(NameOf)];

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_mirror_that_breaks_a_promise_fails_its_test(string promise) => (await RunAsync(promise, MirrorDefects.ByPromise[promise])).ShouldTellOf(promise.Split('.')[1]);

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_mirror_without_a_defect_passes(string promise) => (await RunAsync(promise, () => mirror => mirror)).Should().BeEmpty();

    [Fact]
    public void Every_promise_has_a_defect_and_every_defect_a_promise() => MirrorDefects.ByPromise.Keys.Should().BeEquivalentTo(Facts().Select(NameOf));

    [Fact]
    public void A_suite_that_is_not_derived_is_told_with_the_line_to_add()
    {
        var checking = () => new Forgetful().Every_suite_is_derived();

        checking.Should().Throw<XunitException>().WithMessage("*public sealed class MirrorInboxTests(DefectiveMirrorFixture fixture) : MirrorInboxSuite<DefectiveMirrorFixture>(fixture);*");
    }

    private static Task<List<Exception>> RunAsync(string promise, Func<Func<GdprKit.Ledger.ILedgerMirror, GdprKit.Ledger.ILedgerMirror>> defect)
    {
        var fact = Facts().Single(each => NameOf(each) == promise);
        return PromiseRuns.FailuresAsync(fact, Suites().Single(type => type.BaseType == fact.DeclaringType), () => new DefectiveMirrorFixture(defect()));
    }

    private static string NameOf(MethodInfo fact) => $"{fact.DeclaringType!.Name.Split('`')[0]}.{fact.Name}";

    private static IEnumerable<MethodInfo> Facts() => Suites()
        .Select(type => type.BaseType!)
        .SelectMany(suite => suite.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null));

    private static IEnumerable<Type> Suites() => typeof(MirrorDefectTests).GetNestedTypes(BindingFlags.NonPublic)
        .Where(type => type.BaseType is { IsGenericType: true, BaseType: { IsGenericType: true } root } && root.GetGenericTypeDefinition() == typeof(MirrorSuite<>));

    private sealed class Forgetful : EveryMirrorSuite<DefectiveMirrorFixture>;

    private sealed class Appending(DefectiveMirrorFixture fixture) : MirrorAppendingSuite<DefectiveMirrorFixture>(fixture);

    private sealed class Cancellation(DefectiveMirrorFixture fixture) : MirrorCancellationSuite<DefectiveMirrorFixture>(fixture);

    private sealed class Concurrency(DefectiveMirrorFixture fixture) : MirrorConcurrencySuite<DefectiveMirrorFixture>(fixture);

    private sealed class Forgetting(DefectiveMirrorFixture fixture) : MirrorForgettingSuite<DefectiveMirrorFixture>(fixture);

    private sealed class Inbox(DefectiveMirrorFixture fixture) : MirrorInboxSuite<DefectiveMirrorFixture>(fixture);

    private sealed class Interruptions(DefectiveMirrorFixture fixture) : MirrorInterruptionSuite<DefectiveMirrorFixture>(fixture);

    private sealed class Medium(DefectiveMirrorFixture fixture) : MirrorMediumSuite<DefectiveMirrorFixture>(fixture);

    private sealed class Reading(DefectiveMirrorFixture fixture) : MirrorReadingSuite<DefectiveMirrorFixture>(fixture);

    private sealed class Volume(DefectiveMirrorFixture fixture) : MirrorVolumeSuite<DefectiveMirrorFixture>(fixture);
}
