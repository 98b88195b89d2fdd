using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Conformance.RetryingSqlite;

public sealed class EverySuiteTests : EveryPersonalDataStoreSuite<RetryingSqliteFixture>;

public sealed class StoreConcurrencyTests(RetryingSqliteFixture fixture) : StoreConcurrencySuite<RetryingSqliteFixture>(fixture);

public sealed class StoreConditionsTests(RetryingSqliteFixture fixture) : StoreConditionsSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreCountingTests(RetryingSqliteFixture fixture) : StoreCountingSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreDatesTests(RetryingSqliteFixture fixture) : StoreDatesSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreDescribingTests(RetryingSqliteFixture fixture) : StoreDescribingSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreDisposalTests(RetryingSqliteFixture fixture) : StoreDisposalSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreExportTests(RetryingSqliteFixture fixture) : StoreExportSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreHeadsTests(RetryingSqliteFixture fixture) : StoreHeadsSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreIndexTests(RetryingSqliteFixture fixture) : StoreIndexSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreRandomConditionsTests(RetryingSqliteFixture fixture) : StoreRandomConditionsSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreReadingTests(RetryingSqliteFixture fixture) : StoreReadingSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreReplacementTests(RetryingSqliteFixture fixture) : StoreReplacementSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreShieldTests(RetryingSqliteFixture fixture) : StoreShieldSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreStreamingTests(RetryingSqliteFixture fixture) : StoreStreamingSuite<RetryingSqliteFixture>(fixture);

public sealed class StoreWithoutDataTests(RetryingSqliteFixture fixture) : StoreWithoutDataSuite<RetryingSqliteFixture>(fixture);
