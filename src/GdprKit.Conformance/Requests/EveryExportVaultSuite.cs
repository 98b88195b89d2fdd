using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// Fails when an adapter of a vault of exports was not put to every suite. Derive it once per fixture:
/// <c>public sealed class EverySuiteTests : EveryExportVaultSuite&lt;MyFixture&gt;;</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class EveryExportVaultSuite<TFixture>
    where TFixture : ExportVaultFixture
{
    /// <summary>Every suite is derived for every fixture of this assembly: also for one that was forgotten here.</summary>
    [Fact]
    public void Every_suite_is_derived() => DerivedSuites.Require(GetType().Assembly, typeof(ExportVaultSuite<>), typeof(ExportVaultFixture), typeof(TFixture));
}
