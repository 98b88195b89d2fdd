using GdprKit.Conformance;
using GdprKit.EntityFrameworkCore.Ledger.Enforcement;

namespace GdprKit.EntityFrameworkCore.Ledger.AppendOnlySqlite;

public sealed class EverySuiteTests : EveryLedgerSuite<AppendOnlySqliteLedgerFixture>;

public sealed class LedgerAppendingTests(AppendOnlySqliteLedgerFixture fixture) : LedgerAppendingSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerCancellationTests(AppendOnlySqliteLedgerFixture fixture) : LedgerCancellationSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerConcurrencyTests(AppendOnlySqliteLedgerFixture fixture) : LedgerConcurrencySuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerFidelityTests(AppendOnlySqliteLedgerFixture fixture) : LedgerFidelitySuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerForgettingTests(AppendOnlySqliteLedgerFixture fixture) : LedgerForgettingSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerHistoryTests(AppendOnlySqliteLedgerFixture fixture) : LedgerHistorySuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerInterruptionTests(AppendOnlySqliteLedgerFixture fixture) : LedgerInterruptionSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerLeaseTests(AppendOnlySqliteLedgerFixture fixture) : LedgerLeaseSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerQueryingTests(AppendOnlySqliteLedgerFixture fixture) : LedgerQueryingSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerReadingTests(AppendOnlySqliteLedgerFixture fixture) : LedgerReadingSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerTransactionTests(AppendOnlySqliteLedgerFixture fixture) : LedgerTransactionSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LedgerVolumeTests(AppendOnlySqliteLedgerFixture fixture) : LedgerVolumeSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LogBeginningTests(AppendOnlySqliteLedgerFixture fixture) : LogBeginningSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LogInterruptionTests(AppendOnlySqliteLedgerFixture fixture) : LogInterruptionSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LogOrderingTests(AppendOnlySqliteLedgerFixture fixture) : LogOrderingSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LogReadingTests(AppendOnlySqliteLedgerFixture fixture) : LogReadingSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class LogRestoringTests(AppendOnlySqliteLedgerFixture fixture) : LogRestoringSuite<AppendOnlySqliteLedgerFixture>(fixture);

public sealed class SubjectLinkTests(AppendOnlySqliteLedgerFixture fixture) : SubjectLinkSuite<AppendOnlySqliteLedgerFixture>(fixture);
