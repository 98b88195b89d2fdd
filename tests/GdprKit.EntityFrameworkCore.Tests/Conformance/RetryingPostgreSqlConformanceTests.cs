using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Conformance.RetryingPostgreSql;

public sealed class EverySuiteTests : EveryPersonalDataStoreSuite<RetryingPostgreSqlFixture>;

public sealed class StoreConcurrencyTests(RetryingPostgreSqlFixture fixture) : StoreConcurrencySuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreConditionsTests(RetryingPostgreSqlFixture fixture) : StoreConditionsSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreCountingTests(RetryingPostgreSqlFixture fixture) : StoreCountingSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreDatesTests(RetryingPostgreSqlFixture fixture) : StoreDatesSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreDescribingTests(RetryingPostgreSqlFixture fixture) : StoreDescribingSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreDisposalTests(RetryingPostgreSqlFixture fixture) : StoreDisposalSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreExportTests(RetryingPostgreSqlFixture fixture) : StoreExportSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreHeadsTests(RetryingPostgreSqlFixture fixture) : StoreHeadsSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreIndexTests(RetryingPostgreSqlFixture fixture) : StoreIndexSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreRandomConditionsTests(RetryingPostgreSqlFixture fixture) : StoreRandomConditionsSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreReadingTests(RetryingPostgreSqlFixture fixture) : StoreReadingSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreReplacementTests(RetryingPostgreSqlFixture fixture) : StoreReplacementSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreShieldTests(RetryingPostgreSqlFixture fixture) : StoreShieldSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreStreamingTests(RetryingPostgreSqlFixture fixture) : StoreStreamingSuite<RetryingPostgreSqlFixture>(fixture);

public sealed class StoreWithoutDataTests(RetryingPostgreSqlFixture fixture) : StoreWithoutDataSuite<RetryingPostgreSqlFixture>(fixture);
