using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Ledger.PostgreSql;

public sealed class EverySuiteTests : EveryLedgerSuite<PostgreSqlLedgerFixture>;

public sealed class LedgerAppendingTests(PostgreSqlLedgerFixture fixture) : LedgerAppendingSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerCancellationTests(PostgreSqlLedgerFixture fixture) : LedgerCancellationSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerConcurrencyTests(PostgreSqlLedgerFixture fixture) : LedgerConcurrencySuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerFidelityTests(PostgreSqlLedgerFixture fixture) : LedgerFidelitySuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerForgettingTests(PostgreSqlLedgerFixture fixture) : LedgerForgettingSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerHistoryTests(PostgreSqlLedgerFixture fixture) : LedgerHistorySuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerInterruptionTests(PostgreSqlLedgerFixture fixture) : LedgerInterruptionSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerLeaseTests(PostgreSqlLedgerFixture fixture) : LedgerLeaseSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerQueryingTests(PostgreSqlLedgerFixture fixture) : LedgerQueryingSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerReadingTests(PostgreSqlLedgerFixture fixture) : LedgerReadingSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerTransactionTests(PostgreSqlLedgerFixture fixture) : LedgerTransactionSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LedgerVolumeTests(PostgreSqlLedgerFixture fixture) : LedgerVolumeSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LogBeginningTests(PostgreSqlLedgerFixture fixture) : LogBeginningSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LogInterruptionTests(PostgreSqlLedgerFixture fixture) : LogInterruptionSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LogOrderingTests(PostgreSqlLedgerFixture fixture) : LogOrderingSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LogReadingTests(PostgreSqlLedgerFixture fixture) : LogReadingSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class LogRestoringTests(PostgreSqlLedgerFixture fixture) : LogRestoringSuite<PostgreSqlLedgerFixture>(fixture);

public sealed class SubjectLinkTests(PostgreSqlLedgerFixture fixture) : SubjectLinkSuite<PostgreSqlLedgerFixture>(fixture);
