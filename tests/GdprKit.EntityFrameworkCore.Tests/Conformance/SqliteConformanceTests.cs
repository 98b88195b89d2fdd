using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Conformance.Sqlite;

public sealed class EverySuiteTests : EveryPersonalDataStoreSuite<SqliteFixture>;

public sealed class StoreConcurrencyTests(SqliteFixture fixture) : StoreConcurrencySuite<SqliteFixture>(fixture);

public sealed class StoreConditionsTests(SqliteFixture fixture) : StoreConditionsSuite<SqliteFixture>(fixture);

public sealed class StoreCountingTests(SqliteFixture fixture) : StoreCountingSuite<SqliteFixture>(fixture);

public sealed class StoreDatesTests(SqliteFixture fixture) : StoreDatesSuite<SqliteFixture>(fixture);

public sealed class StoreDescribingTests(SqliteFixture fixture) : StoreDescribingSuite<SqliteFixture>(fixture);

public sealed class StoreDisposalTests(SqliteFixture fixture) : StoreDisposalSuite<SqliteFixture>(fixture);

public sealed class StoreExportTests(SqliteFixture fixture) : StoreExportSuite<SqliteFixture>(fixture);

public sealed class StoreHeadsTests(SqliteFixture fixture) : StoreHeadsSuite<SqliteFixture>(fixture);

public sealed class StoreIndexTests(SqliteFixture fixture) : StoreIndexSuite<SqliteFixture>(fixture);

public sealed class StoreRandomConditionsTests(SqliteFixture fixture) : StoreRandomConditionsSuite<SqliteFixture>(fixture);

public sealed class StoreReadingTests(SqliteFixture fixture) : StoreReadingSuite<SqliteFixture>(fixture);

public sealed class StoreReplacementTests(SqliteFixture fixture) : StoreReplacementSuite<SqliteFixture>(fixture);

public sealed class StoreShieldTests(SqliteFixture fixture) : StoreShieldSuite<SqliteFixture>(fixture);

public sealed class StoreStreamingTests(SqliteFixture fixture) : StoreStreamingSuite<SqliteFixture>(fixture);

public sealed class StoreWithoutDataTests(SqliteFixture fixture) : StoreWithoutDataSuite<SqliteFixture>(fixture);
