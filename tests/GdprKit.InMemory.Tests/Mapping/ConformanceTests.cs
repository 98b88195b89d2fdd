using GdprKit.Conformance;

namespace GdprKit.InMemory.Mapping;

public sealed class EverySuiteTests : EveryPersonalDataStoreSuite<MemoryFixture>;

public sealed class StoreConcurrencyTests(MemoryFixture fixture) : StoreConcurrencySuite<MemoryFixture>(fixture);

public sealed class StoreConditionsTests(MemoryFixture fixture) : StoreConditionsSuite<MemoryFixture>(fixture);

public sealed class StoreCountingTests(MemoryFixture fixture) : StoreCountingSuite<MemoryFixture>(fixture);

public sealed class StoreDatesTests(MemoryFixture fixture) : StoreDatesSuite<MemoryFixture>(fixture);

public sealed class StoreDescribingTests(MemoryFixture fixture) : StoreDescribingSuite<MemoryFixture>(fixture);

public sealed class StoreDisposalTests(MemoryFixture fixture) : StoreDisposalSuite<MemoryFixture>(fixture);

public sealed class StoreExportTests(MemoryFixture fixture) : StoreExportSuite<MemoryFixture>(fixture);

public sealed class StoreHeadsTests(MemoryFixture fixture) : StoreHeadsSuite<MemoryFixture>(fixture);

public sealed class StoreRandomConditionsTests(MemoryFixture fixture) : StoreRandomConditionsSuite<MemoryFixture>(fixture);

public sealed class StoreReadingTests(MemoryFixture fixture) : StoreReadingSuite<MemoryFixture>(fixture);

public sealed class StoreReplacementTests(MemoryFixture fixture) : StoreReplacementSuite<MemoryFixture>(fixture);

public sealed class StoreShieldTests(MemoryFixture fixture) : StoreShieldSuite<MemoryFixture>(fixture);

public sealed class StoreStreamingTests(MemoryFixture fixture) : StoreStreamingSuite<MemoryFixture>(fixture);

public sealed class StoreWithoutDataTests(MemoryFixture fixture) : StoreWithoutDataSuite<MemoryFixture>(fixture);
