using System.Reflection;

namespace GdprKit.Conformance.Requests;

/// <summary>A test of the kit fails when a source of personal data breaks its promise, and says what was promised and what happened.</summary>
public sealed class DataSourceDefectTests
{
    public static TheoryData<string> Promises => [.. Facts().Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_source_that_breaks_a_promise_fails_its_test(string promise) => (await RunAsync(promise, DataSourceDefects.ByPromise[promise])).ShouldTellOf(promise);

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_source_without_a_defect_passes(string promise) => (await RunAsync(promise, sound => sound)).Should().BeEmpty();

    [Fact]
    public void Every_promise_has_a_defect_and_every_defect_a_promise() => DataSourceDefects.ByPromise.Keys.Should().BeEquivalentTo(Facts().Select(fact => fact.Name));

    private static Task<List<Exception>> RunAsync(string promise, Func<DefectiveSource, DefectiveSource> defect)
    {
        var fact = Facts().Single(fact => fact.Name == promise);
        return PromiseRuns.FailuresAsync(fact, fact.DeclaringType == typeof(DataSourceSuite<DefectiveSourceFixture>) ? typeof(Reading) : typeof(ReadingFiles), () => new DefectiveSourceFixture(defect));
    }

    private static IEnumerable<MethodInfo> Facts() => new[] { typeof(DataSourceSuite<DefectiveSourceFixture>), typeof(DataSourceFileSuite<DefectiveSourceFixture>) }
        .SelectMany(suite => suite.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private sealed class Reading(DefectiveSourceFixture fixture) : DataSourceSuite<DefectiveSourceFixture>(fixture);

    private sealed class ReadingFiles(DefectiveSourceFixture fixture) : DataSourceFileSuite<DefectiveSourceFixture>(fixture);
}
