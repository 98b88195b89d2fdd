using GdprKit.Conformance;

namespace GdprKit.InMemory.Ledger;

public sealed class EverySuiteTests : EveryLedgerSuite<MemoryLedgerFixture>;

public sealed class LedgerAppendingTests(MemoryLedgerFixture fixture) : LedgerAppendingSuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerCancellationTests(MemoryLedgerFixture fixture) : LedgerCancellationSuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerConcurrencyTests(MemoryLedgerFixture fixture) : LedgerConcurrencySuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerFidelityTests(MemoryLedgerFixture fixture) : LedgerFidelitySuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerForgettingTests(MemoryLedgerFixture fixture) : LedgerForgettingSuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerHistoryTests(MemoryLedgerFixture fixture) : LedgerHistorySuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerInterruptionTests(MemoryLedgerFixture fixture) : LedgerInterruptionSuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerLeaseTests(MemoryLedgerFixture fixture) : LedgerLeaseSuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerQueryingTests(MemoryLedgerFixture fixture) : LedgerQueryingSuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerReadingTests(MemoryLedgerFixture fixture) : LedgerReadingSuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerTransactionTests(MemoryLedgerFixture fixture) : LedgerTransactionSuite<MemoryLedgerFixture>(fixture);

public sealed class LedgerVolumeTests(MemoryLedgerFixture fixture) : LedgerVolumeSuite<MemoryLedgerFixture>(fixture);

public sealed class LogBeginningTests(MemoryLedgerFixture fixture) : LogBeginningSuite<MemoryLedgerFixture>(fixture);

public sealed class LogInterruptionTests(MemoryLedgerFixture fixture) : LogInterruptionSuite<MemoryLedgerFixture>(fixture);

public sealed class LogOrderingTests(MemoryLedgerFixture fixture) : LogOrderingSuite<MemoryLedgerFixture>(fixture);

public sealed class LogReadingTests(MemoryLedgerFixture fixture) : LogReadingSuite<MemoryLedgerFixture>(fixture);

public sealed class LogRestoringTests(MemoryLedgerFixture fixture) : LogRestoringSuite<MemoryLedgerFixture>(fixture);

public sealed class SubjectLinkTests(MemoryLedgerFixture fixture) : SubjectLinkSuite<MemoryLedgerFixture>(fixture);
