using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// Fails when an adapter of a source of people was not put to every suite. Derive it once per fixture:
/// <c>public sealed class EverySuiteTests : EverySubjectSourceSuite&lt;MyFixture&gt;;</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class EverySubjectSourceSuite<TFixture>
    where TFixture : SubjectSourceFixture
{
    /// <summary>Every suite is derived for every fixture of this assembly: also for one that was forgotten here.</summary>
    [Fact]
    public void Every_suite_is_derived()
    {
        var assembly = GetType().Assembly;
        var fixtures = DerivedSuites.FixturesIn(assembly, typeof(SubjectSourceFixture)).Append(typeof(TFixture)).Distinct();
        var missing = DerivedSuites.Missing(assembly, typeof(SubjectSourceSuite<>), fixtures);
        Promise.Holds(
            missing.Count == 0,
            "An adapter passes every suite of its port, or says of a capability that it has not got it.",
            $"the public classes of {assembly.GetName().Name}",
            "one that derives each suite",
            $"these are missing; add them:\n{string.Join('\n', missing)}");
    }
}
