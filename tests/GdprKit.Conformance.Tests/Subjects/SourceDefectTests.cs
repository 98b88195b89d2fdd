using System.Reflection;
using Xunit.Sdk;

namespace GdprKit.Conformance.Subjects;

/// <summary>A test of the kit fails when a source of people breaks its promise, and says what was promised and what happened.</summary>
public sealed class SourceDefectTests
{
    public static TheoryData<string> Promises => [.. Facts().Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_source_that_breaks_a_promise_fails_its_test(string promise)
    {
        (await RunAsync(promise, SourceDefects.ByPromise[promise])).ShouldTellOf(promise);
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_source_without_a_defect_passes(string promise) => (await RunAsync(promise, () => new SourceDefect())).Should().BeEmpty();

    [Fact]
    public void Every_promise_has_a_defect_and_every_defect_a_promise() => SourceDefects.ByPromise.Keys.Should().BeEquivalentTo(Facts().Select(fact => fact.Name));

    [Fact]
    public void A_suite_that_is_not_derived_is_told_with_the_line_to_add()
    {
        var checking = () => new Forgetful().Every_suite_is_derived();

        checking.Should().Throw<XunitException>().WithMessage("*public sealed class SubjectLinkingTests(DefectiveSourceFixture fixture) : SubjectLinkingSuite<DefectiveSourceFixture>(fixture);*");
    }

    private static Task<List<Exception>> RunAsync(string promise, Func<SourceDefect> defect) =>
        PromiseRuns.FailuresAsync(Facts().Single(fact => fact.Name == promise), typeof(Linking), () => new DefectiveSourceFixture(defect()));

    private static IEnumerable<MethodInfo> Facts() =>
        typeof(SubjectLinkingSuite<DefectiveSourceFixture>).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private sealed class Forgetful : EverySubjectSourceSuite<DefectiveSourceFixture>;

    private sealed class Linking(DefectiveSourceFixture fixture) : SubjectLinkingSuite<DefectiveSourceFixture>(fixture);
}
