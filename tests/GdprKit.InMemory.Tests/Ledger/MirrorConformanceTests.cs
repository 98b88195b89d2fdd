using GdprKit.Conformance;

namespace GdprKit.InMemory.Ledger;

public sealed class EveryMirrorSuiteTests : EveryMirrorSuite<MemoryMirrorFixture>;

public sealed class MirrorAppendingTests(MemoryMirrorFixture fixture) : MirrorAppendingSuite<MemoryMirrorFixture>(fixture);

public sealed class MirrorCancellationTests(MemoryMirrorFixture fixture) : MirrorCancellationSuite<MemoryMirrorFixture>(fixture);

public sealed class MirrorConcurrencyTests(MemoryMirrorFixture fixture) : MirrorConcurrencySuite<MemoryMirrorFixture>(fixture);

public sealed class MirrorForgettingTests(MemoryMirrorFixture fixture) : MirrorForgettingSuite<MemoryMirrorFixture>(fixture);

public sealed class MirrorInboxTests(MemoryMirrorFixture fixture) : MirrorInboxSuite<MemoryMirrorFixture>(fixture);

public sealed class MirrorInterruptionTests(MemoryMirrorFixture fixture) : MirrorInterruptionSuite<MemoryMirrorFixture>(fixture);

public sealed class MirrorReadingTests(MemoryMirrorFixture fixture) : MirrorReadingSuite<MemoryMirrorFixture>(fixture);

public sealed class MirrorVolumeTests(MemoryMirrorFixture fixture) : MirrorVolumeSuite<MemoryMirrorFixture>(fixture);
