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
        var failures = await RunAsync(promise, SourceDefects.ByPromise[promise]);

        failures.Should().NotBeEmpty().And.AllSatisfy(failure => failure.Should().Match<Exception>(each =>
            !(each is XunitException) || (each.Message.StartsWith($"Not kept: {promise}. ") && each.Message.Contains("\nAsked:    ") && each.Message.Contains("\nPromised: "))));
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

    /// <summary>What a test of the kit throws, once for each of its cases.</summary>
    private static async Task<List<Exception>> RunAsync(string promise, Func<SourceDefect> defect)
    {
        var failures = new List<Exception>();
        var fact = Facts().Single(each => each.Name == promise);
        foreach (var arguments in fact.GetCustomAttributes<InlineDataAttribute>().Select(data => data.Data).DefaultIfEmpty([]))
        {
            await using var fixture = new DefectiveSourceFixture(defect());
            var suite = new Linking(fixture);
            try
            {
                await suite.InitializeAsync();
                await (Task)fact.Invoke(suite, arguments)!;
            }
            // What skips a test is passed on by Record.ExceptionAsync.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(exception is TargetInvocationException { InnerException: { } inner } ? inner : exception);
            }
        }

        return failures;
    }

    private static IEnumerable<MethodInfo> Facts() =>
        typeof(SubjectLinkingSuite<DefectiveSourceFixture>).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private sealed class Forgetful : EverySubjectSourceSuite<DefectiveSourceFixture>;

    private sealed class Linking(DefectiveSourceFixture fixture) : SubjectLinkingSuite<DefectiveSourceFixture>(fixture);
}
