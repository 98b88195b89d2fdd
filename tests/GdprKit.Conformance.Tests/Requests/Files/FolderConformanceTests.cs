namespace GdprKit.Conformance.Requests.Files;

public sealed class EveryVaultSuiteTests : EveryExportVaultSuite<FolderVaultFixture>;

public sealed class EveryTargetSuiteTests : EveryErasureTargetSuite<FolderTargetFixture>;

public sealed class EverySourceSuiteTests : EveryPersonalDataSourceSuite<FolderSourceFixture>;

public sealed class VaultTests(FolderVaultFixture fixture) : VaultSuite<FolderVaultFixture>(fixture);

public sealed class TargetTests(FolderTargetFixture fixture) : TargetSuite<FolderTargetFixture>(fixture);

public sealed class DataSourceTests(FolderSourceFixture fixture) : DataSourceSuite<FolderSourceFixture>(fixture);

public sealed class DataSourceFileTests(FolderSourceFixture fixture) : DataSourceFileSuite<FolderSourceFixture>(fixture);
