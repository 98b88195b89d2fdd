using System.Text.RegularExpressions;

namespace GdprKit.Conformance.Requests;

/// <summary>Every promise in the documentation of the ports of this room has a test of its name, and every test is a promise that is documented.</summary>
public sealed partial class RequestPromiseTests
{
    [Fact]
    public void Every_promise_of_a_target_is_tested_and_every_test_is_a_documented_promise() =>
        Promises.Tested(typeof(ErasureTargetSuite<>)).Should().BeEquivalentTo(Promises.Documented(Target())).And.HaveCountGreaterThan(5);

    [Fact]
    public void Every_promise_of_a_source_is_tested_and_every_test_is_a_documented_promise() =>
        Promises.Tested(typeof(PersonalDataSourceSuite<>)).Should().BeEquivalentTo(Promises.Documented(Source())).And.HaveCountGreaterThan(5);

    [Fact]
    public void Every_promise_of_a_vault_is_tested_and_every_test_is_a_documented_promise() =>
        Promises.Tested(typeof(ExportVaultSuite<>)).Should().BeEquivalentTo(Promises.Documented(Vault())).And.HaveCountGreaterThan(5);

    [GeneratedRegex("^.:GdprKit[.]Requests[.]IErasureTarget")]
    private static partial Regex Target();

    [GeneratedRegex("^.:GdprKit[.]Requests[.]IPersonalDataSource")]
    private static partial Regex Source();

    [GeneratedRegex("^.:GdprKit[.]Requests[.]IExportVault")]
    private static partial Regex Vault();
}
