using System.Reflection;

namespace GdprKit.Conformance.Notices;

/// <summary>A test of the kit fails when a source of contacts breaks its promise, and says what was promised and what happened.</summary>
public sealed class ContactDefectTests
{
    public static TheoryData<string> Promises => [.. Facts().Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_source_that_breaks_a_promise_fails_its_test(string promise) => (await RunAsync(promise, ContactDefects.ByPromise[promise])).ShouldTellOf(promise);

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_source_without_a_defect_passes(string promise) => (await RunAsync(promise, new ContactDefect())).Should().BeEmpty();

    [Fact]
    public void Every_promise_has_a_defect_and_every_defect_a_promise() => ContactDefects.ByPromise.Keys.Should().BeEquivalentTo(Facts().Select(fact => fact.Name));

    private static Task<List<Exception>> RunAsync(string promise, ContactDefect defect) =>
        PromiseRuns.FailuresAsync(Facts().Single(fact => fact.Name == promise), typeof(Contacting), () => new DefectiveContactFixture(defect));

    private static IEnumerable<MethodInfo> Facts() =>
        typeof(ContactSuite<DefectiveContactFixture>).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private sealed class Contacting(DefectiveContactFixture fixture) : ContactSuite<DefectiveContactFixture>(fixture);
}
