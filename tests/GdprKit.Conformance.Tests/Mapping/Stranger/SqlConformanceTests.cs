namespace GdprKit.Conformance.Mapping;

public sealed class EverySuiteTests : EveryPersonalDataStoreSuite<SqlFixture>;

public sealed class StoreConcurrencyTests(SqlFixture fixture) : StoreConcurrencySuite<SqlFixture>(fixture);

public sealed class StoreConditionsTests(SqlFixture fixture) : StoreConditionsSuite<SqlFixture>(fixture);

public sealed class StoreCountingTests(SqlFixture fixture) : StoreCountingSuite<SqlFixture>(fixture);

public sealed class StoreDatesTests(SqlFixture fixture) : StoreDatesSuite<SqlFixture>(fixture);

public sealed class StoreDescribingTests(SqlFixture fixture) : StoreDescribingSuite<SqlFixture>(fixture);

public sealed class StoreExportTests(SqlFixture fixture) : StoreExportSuite<SqlFixture>(fixture);

public sealed class StoreRandomConditionsTests(SqlFixture fixture) : StoreRandomConditionsSuite<SqlFixture>(fixture);

public sealed class StoreReadingTests(SqlFixture fixture) : StoreReadingSuite<SqlFixture>(fixture);

public sealed class StoreStreamingTests(SqlFixture fixture) : StoreStreamingSuite<SqlFixture>(fixture);

public sealed class StoreWithoutDataTests(SqlFixture fixture) : StoreWithoutDataSuite<SqlFixture>(fixture);
