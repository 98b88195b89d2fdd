using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Conformance.PostgreSql;

public sealed class EverySuiteTests : EveryPersonalDataStoreSuite<PostgreSqlFixture>;

public sealed class StoreConcurrencyTests(PostgreSqlFixture fixture) : StoreConcurrencySuite<PostgreSqlFixture>(fixture);

public sealed class StoreConditionsTests(PostgreSqlFixture fixture) : StoreConditionsSuite<PostgreSqlFixture>(fixture);

public sealed class StoreCountingTests(PostgreSqlFixture fixture) : StoreCountingSuite<PostgreSqlFixture>(fixture);

public sealed class StoreDatesTests(PostgreSqlFixture fixture) : StoreDatesSuite<PostgreSqlFixture>(fixture);

public sealed class StoreDescribingTests(PostgreSqlFixture fixture) : StoreDescribingSuite<PostgreSqlFixture>(fixture);

public sealed class StoreDisposalTests(PostgreSqlFixture fixture) : StoreDisposalSuite<PostgreSqlFixture>(fixture);

public sealed class StoreExportTests(PostgreSqlFixture fixture) : StoreExportSuite<PostgreSqlFixture>(fixture);

public sealed class StoreHeadsTests(PostgreSqlFixture fixture) : StoreHeadsSuite<PostgreSqlFixture>(fixture);

public sealed class StoreIndexTests(PostgreSqlFixture fixture) : StoreIndexSuite<PostgreSqlFixture>(fixture);

public sealed class StoreRandomConditionsTests(PostgreSqlFixture fixture) : StoreRandomConditionsSuite<PostgreSqlFixture>(fixture);

public sealed class StoreReadingTests(PostgreSqlFixture fixture) : StoreReadingSuite<PostgreSqlFixture>(fixture);

public sealed class StoreReplacementTests(PostgreSqlFixture fixture) : StoreReplacementSuite<PostgreSqlFixture>(fixture);

public sealed class StoreShieldTests(PostgreSqlFixture fixture) : StoreShieldSuite<PostgreSqlFixture>(fixture);

public sealed class StoreStreamingTests(PostgreSqlFixture fixture) : StoreStreamingSuite<PostgreSqlFixture>(fixture);

public sealed class StoreWithoutDataTests(PostgreSqlFixture fixture) : StoreWithoutDataSuite<PostgreSqlFixture>(fixture);
