using System.Reflection;
using System.Reflection.Emit;
using Example;
using GdprKit.Mapping;
using Xunit.Sdk;

namespace GdprKit.Conformance.Mapping;

/// <summary>A test of the kit fails when an adapter breaks its promise, and says what was promised and what happened.</summary>
[Collection(OneAtATime.Name)]
public sealed class DefectTests
{
    public static TheoryData<string> Promises => [.. Facts().Select(fact => fact.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_store_that_breaks_a_promise_fails_its_test(string promise)
    {
        (await RunAsync(promise, () => new DefectiveFixture(Defects.ByPromise[promise]))).ShouldTellOf(promise);
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_store_without_a_defect_passes(string promise) =>
        (await RunAsync(promise, () => new DefectiveFixture(sound => sound))).Should().BeEmpty();

    [Fact]
    public async Task What_a_medium_cannot_keep_is_skipped_with_the_reason()
    {
        var failures = await RunAsync("Counts_a_row_of_a_derived_entity_there", () => new DefectiveFixture(sound => sound, hasInheritance: false));

        failures.Should().ContainSingle().Which.Should().BeOfType<SkipException>()
            .Which.Message.Should().EndWith("Member is left out: a queue holds objects of one class");
        (await RunAsync("Relates_rows_in_either_direction", () => new DefectiveFixture(sound => sound, hasInheritance: false))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Meets_what_the_function_of_a_map_says")]
    [InlineData("Finds_dates_that_are_computed")]
    [InlineData("Reads_dates_that_are_computed")]
    [InlineData("Finds_dates_of_every_type")]
    public async Task What_a_store_says_it_cannot_answer_is_skipped_with_what_it_says(string promise)
    {
        var failures = await RunAsync(promise, () => new DefectiveFixture(sound => new Reticent(sound)));

        failures.Should().NotBeEmpty().And.AllBeOfType<SkipException>().And.OnlyContain(failure => failure.Message.EndsWith("I would rather not."));
    }

    [Fact]
    public void A_suite_that_is_not_derived_is_told_with_the_line_to_add()
    {
        var checking = () => new Forgetful().Every_suite_is_derived();

        checking.Should().Throw<XunitException>().WithMessage("*public sealed class StoreCountingTests(DefectiveFixture fixture) : StoreCountingSuite<DefectiveFixture>(fixture);*");
    }

    [Fact]
    public void An_assembly_that_lets_others_run_beside_what_is_measured_is_told_with_the_line_to_add()
    {
        // An assembly of its own, which says nothing of the collection.
        var elsewhere = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Elsewhere"), AssemblyBuilderAccess.Run).DefineDynamicModule("Elsewhere")
            .DefineType("EverySuiteTests", TypeAttributes.Public, typeof(EveryPersonalDataStoreSuite<QueueFixture>)).CreateType();
        var checking = ((EveryPersonalDataStoreSuite<QueueFixture>)Activator.CreateInstance(elsewhere)!).Every_suite_is_derived;

        checking.Should().Throw<XunitException>().WithMessage("*[CollectionDefinition(OneAtATime.Name, DisableParallelization = true)] public sealed class MeasuredAlone;*");
        new Forgetful().Invoking(here => here.Every_suite_is_derived()).Should().Throw<XunitException>().Which.Message.Should().NotContain("MeasuredAlone");
    }

    private static Task<List<Exception>> RunAsync(string promise, Func<DefectiveFixture> create)
    {
        var fact = Facts().Single(each => each.Name == promise);
        return PromiseRuns.FailuresAsync(fact, Derived(fact.DeclaringType!), create);
    }

    private static IEnumerable<MethodInfo> Facts() => typeof(DefectTests).Assembly.GetTypes()
        .Where(type => type.BaseType is { IsGenericType: true, BaseType: { IsGenericType: true } root } && root.GetGenericTypeDefinition() == typeof(PersonalDataStoreSuite<>))
        .Select(type => type.BaseType!)
        .Where(suite => suite.GetGenericArguments()[0] == typeof(DefectiveFixture))
        .SelectMany(suite => suite.GetMethods())
        .Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private static Type Derived(Type suite) => typeof(DefectTests).Assembly.GetTypes().Single(type => type.BaseType == suite);

    private sealed class Reticent(ListedStore sound) : DefectiveStore(sound)
    {
        public override string? WhyUnanswerable(StoreEntity entity, RowRequest request) => "I would rather not.";
    }

    private sealed class Forgetful : EveryPersonalDataStoreSuite<DefectiveFixture>;

    private sealed class Concurrency(DefectiveFixture fixture) : StoreConcurrencySuite<DefectiveFixture>(fixture);

    private sealed class Conditions(DefectiveFixture fixture) : StoreConditionsSuite<DefectiveFixture>(fixture);

    private sealed class Counting(DefectiveFixture fixture) : StoreCountingSuite<DefectiveFixture>(fixture);

    private sealed class Dates(DefectiveFixture fixture) : StoreDatesSuite<DefectiveFixture>(fixture);

    private sealed class Describing(DefectiveFixture fixture) : StoreDescribingSuite<DefectiveFixture>(fixture);

    private sealed class Disposal(DefectiveFixture fixture) : StoreDisposalSuite<DefectiveFixture>(fixture);

    private sealed class Export(DefectiveFixture fixture) : StoreExportSuite<DefectiveFixture>(fixture);

    private sealed class Heads(DefectiveFixture fixture) : StoreHeadsSuite<DefectiveFixture>(fixture);

    private sealed class Indexes(DefectiveFixture fixture) : StoreIndexSuite<DefectiveFixture>(fixture);

    private sealed class RandomConditions(DefectiveFixture fixture) : StoreRandomConditionsSuite<DefectiveFixture>(fixture);

    private sealed class Reading(DefectiveFixture fixture) : StoreReadingSuite<DefectiveFixture>(fixture);

    private sealed class Replacing(DefectiveFixture fixture) : StoreReplacementSuite<DefectiveFixture>(fixture);

    private sealed class Shields(DefectiveFixture fixture) : StoreShieldSuite<DefectiveFixture>(fixture);

    private sealed class Streaming(DefectiveFixture fixture) : StoreStreamingSuite<DefectiveFixture>(fixture);

    private sealed class WithoutData(DefectiveFixture fixture) : StoreWithoutDataSuite<DefectiveFixture>(fixture);
}
