using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// Fails when an adapter of a source of personal data was not put to every suite. Derive it once per fixture:
/// <c>public sealed class EverySuiteTests : EveryPersonalDataSourceSuite&lt;MyFixture&gt;;</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class EveryPersonalDataSourceSuite<TFixture>
    where TFixture : PersonalDataSourceFixture
{
    /// <summary>Every suite is derived for every fixture of this assembly: also for one that was forgotten here.</summary>
    [Fact]
    public void Every_suite_is_derived() => DerivedSuites.Require(GetType().Assembly, typeof(PersonalDataSourceSuite<>), typeof(PersonalDataSourceFixture), typeof(TFixture));
}
