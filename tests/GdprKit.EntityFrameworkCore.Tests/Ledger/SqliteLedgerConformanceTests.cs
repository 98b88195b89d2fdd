using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Ledger.Sqlite;

public sealed class EverySuiteTests : EveryLedgerSuite<SqliteLedgerFixture>;

public sealed class LedgerAppendingTests(SqliteLedgerFixture fixture) : LedgerAppendingSuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerCancellationTests(SqliteLedgerFixture fixture) : LedgerCancellationSuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerConcurrencyTests(SqliteLedgerFixture fixture) : LedgerConcurrencySuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerFidelityTests(SqliteLedgerFixture fixture) : LedgerFidelitySuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerForgettingTests(SqliteLedgerFixture fixture) : LedgerForgettingSuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerHistoryTests(SqliteLedgerFixture fixture) : LedgerHistorySuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerInterruptionTests(SqliteLedgerFixture fixture) : LedgerInterruptionSuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerLeaseTests(SqliteLedgerFixture fixture) : LedgerLeaseSuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerQueryingTests(SqliteLedgerFixture fixture) : LedgerQueryingSuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerReadingTests(SqliteLedgerFixture fixture) : LedgerReadingSuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerTransactionTests(SqliteLedgerFixture fixture) : LedgerTransactionSuite<SqliteLedgerFixture>(fixture);

public sealed class LedgerVolumeTests(SqliteLedgerFixture fixture) : LedgerVolumeSuite<SqliteLedgerFixture>(fixture);

public sealed class LogBeginningTests(SqliteLedgerFixture fixture) : LogBeginningSuite<SqliteLedgerFixture>(fixture);

public sealed class LogInterruptionTests(SqliteLedgerFixture fixture) : LogInterruptionSuite<SqliteLedgerFixture>(fixture);

public sealed class LogOrderingTests(SqliteLedgerFixture fixture) : LogOrderingSuite<SqliteLedgerFixture>(fixture);

public sealed class LogReadingTests(SqliteLedgerFixture fixture) : LogReadingSuite<SqliteLedgerFixture>(fixture);

public sealed class LogRestoringTests(SqliteLedgerFixture fixture) : LogRestoringSuite<SqliteLedgerFixture>(fixture);

public sealed class SubjectLinkTests(SqliteLedgerFixture fixture) : SubjectLinkSuite<SqliteLedgerFixture>(fixture);
