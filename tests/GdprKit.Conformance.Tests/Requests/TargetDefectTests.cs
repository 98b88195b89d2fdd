using System.Reflection;

namespace GdprKit.Conformance.Requests;

/// <summary>A test of the kit fails when a target of erasures breaks its promise, and says what was promised and what happened.</summary>
public sealed class TargetDefectTests
{
    public static TheoryData<string> Promises => [.. Facts().Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_target_that_breaks_a_promise_fails_its_test(string promise) => (await RunAsync(promise, TargetDefects.ByPromise[promise])).ShouldTellOf(promise);

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_target_without_a_defect_passes(string promise) => (await RunAsync(promise, sound => sound)).Should().BeEmpty();

    [Fact]
    public void Every_promise_has_a_defect_and_every_defect_a_promise() => TargetDefects.ByPromise.Keys.Should().BeEquivalentTo(Facts().Select(fact => fact.Name));

    private static Task<List<Exception>> RunAsync(string promise, Func<DefectiveTarget, DefectiveTarget> defect) =>
        PromiseRuns.FailuresAsync(Facts().Single(fact => fact.Name == promise), typeof(Erasing), () => new DefectiveTargetFixture(defect));

    private static IEnumerable<MethodInfo> Facts() => typeof(TargetSuite<DefectiveTargetFixture>).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private sealed class Erasing(DefectiveTargetFixture fixture) : TargetSuite<DefectiveTargetFixture>(fixture);
}
