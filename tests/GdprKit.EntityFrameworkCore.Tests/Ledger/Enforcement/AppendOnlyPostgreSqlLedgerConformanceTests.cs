using GdprKit.Conformance;
using GdprKit.EntityFrameworkCore.Ledger.Enforcement;

namespace GdprKit.EntityFrameworkCore.Ledger.AppendOnlyPostgreSql;

public sealed class EverySuiteTests : EveryLedgerSuite<AppendOnlyPostgreSqlLedgerFixture>;

public sealed class LedgerAppendingTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerAppendingSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerCancellationTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerCancellationSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerConcurrencyTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerConcurrencySuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerFidelityTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerFidelitySuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerForgettingTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerForgettingSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerHistoryTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerHistorySuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerInterruptionTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerInterruptionSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerLeaseTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerLeaseSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerQueryingTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerQueryingSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerReadingTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerReadingSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerTransactionTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerTransactionSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LedgerVolumeTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LedgerVolumeSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LogBeginningTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LogBeginningSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LogInterruptionTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LogInterruptionSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LogOrderingTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LogOrderingSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LogReadingTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LogReadingSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class LogRestoringTests(AppendOnlyPostgreSqlLedgerFixture fixture) : LogRestoringSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);

public sealed class SubjectLinkTests(AppendOnlyPostgreSqlLedgerFixture fixture) : SubjectLinkSuite<AppendOnlyPostgreSqlLedgerFixture>(fixture);
