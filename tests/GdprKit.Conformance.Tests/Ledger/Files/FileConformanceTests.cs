namespace GdprKit.Conformance.Files;

public sealed class EverySuiteTests : EveryLedgerSuite<FileLedgerFixture>;

public sealed class LedgerAppendingTests(FileLedgerFixture fixture) : LedgerAppendingSuite<FileLedgerFixture>(fixture);

public sealed class LedgerCancellationTests(FileLedgerFixture fixture) : LedgerCancellationSuite<FileLedgerFixture>(fixture);

public sealed class LedgerConcurrencyTests(FileLedgerFixture fixture) : LedgerConcurrencySuite<FileLedgerFixture>(fixture);

public sealed class LedgerFidelityTests(FileLedgerFixture fixture) : LedgerFidelitySuite<FileLedgerFixture>(fixture);

public sealed class LedgerForgettingTests(FileLedgerFixture fixture) : LedgerForgettingSuite<FileLedgerFixture>(fixture);

public sealed class LedgerHistoryTests(FileLedgerFixture fixture) : LedgerHistorySuite<FileLedgerFixture>(fixture);

public sealed class LedgerInterruptionTests(FileLedgerFixture fixture) : LedgerInterruptionSuite<FileLedgerFixture>(fixture);

public sealed class LedgerLeaseTests(FileLedgerFixture fixture) : LedgerLeaseSuite<FileLedgerFixture>(fixture);

public sealed class LedgerQueryingTests(FileLedgerFixture fixture) : LedgerQueryingSuite<FileLedgerFixture>(fixture);

public sealed class LedgerReadingTests(FileLedgerFixture fixture) : LedgerReadingSuite<FileLedgerFixture>(fixture);

public sealed class LedgerTransactionTests(FileLedgerFixture fixture) : LedgerTransactionSuite<FileLedgerFixture>(fixture);

public sealed class LedgerVolumeTests(FileLedgerFixture fixture) : LedgerVolumeSuite<FileLedgerFixture>(fixture);

public sealed class SubjectLinkTests(FileLedgerFixture fixture) : SubjectLinkSuite<FileLedgerFixture>(fixture);
