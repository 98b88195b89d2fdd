using System.Reflection;

namespace GdprKit.Conformance.Requests;

/// <summary>A test of the kit fails when a vault of exports breaks its promise, and says what was promised and what happened.</summary>
public sealed class VaultDefectTests
{
    public static TheoryData<string> Promises => [.. Facts().Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_vault_that_breaks_a_promise_fails_its_test(string promise) => (await RunAsync(promise, VaultDefects.ByPromise[promise])).ShouldTellOf(promise);

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_vault_without_a_defect_passes(string promise) => (await RunAsync(promise, sound => sound)).Should().BeEmpty();

    [Fact]
    public void Every_promise_has_a_defect_and_every_defect_a_promise() => VaultDefects.ByPromise.Keys.Should().BeEquivalentTo(Facts().Select(fact => fact.Name));

    private static Task<List<Exception>> RunAsync(string promise, Func<DefectiveVault, DefectiveVault> defect) =>
        PromiseRuns.FailuresAsync(Facts().Single(fact => fact.Name == promise), typeof(Keeping), () => new DefectiveVaultFixture(defect));

    private static IEnumerable<MethodInfo> Facts() => typeof(VaultSuite<DefectiveVaultFixture>).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private sealed class Keeping(DefectiveVaultFixture fixture) : VaultSuite<DefectiveVaultFixture>(fixture);
}
