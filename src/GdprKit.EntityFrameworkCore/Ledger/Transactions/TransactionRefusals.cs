using System.Data.Common;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Uses of a connection or a transaction in which the ledger cannot keep its promises.</summary>
internal static class TransactionRefusals
{
    private const string DiskFull = "53100";

    // The provider has no other word for it that a package can read which does not refer to it.
    private const string SqliteFull = "SQLite Error 13:";

    private const string SqliteConstraint = "SQLite Error 19:";

    /// <summary>The refusal that an exception of a provider stands for; <see langword="null"/> when it is an error of the database.</summary>
    public static LedgerException? Of(Exception exception, Dialect dialect) => exception switch
    {
        { } other when other.GetType().Name == "NpgsqlOperationInProgressException" => ReaderIsOpen(exception),
        DbException { SqlState: PostgreSqlErrors.NoActiveTransaction } when dialect.IsPostgreSql => NotEnlisted(exception),
        _ => null,
    };

    /// <summary>The refusal when a database has no room for what is to be written; <see langword="null"/> for any other error.</summary>
    public static LedgerException? NoRoom(Exception exception, Dialect dialect) => exception switch
    {
        RetryLimitExceededException { InnerException: { } last } => NoRoom(last, dialect),
        DbException { SqlState: DiskFull } when dialect.IsPostgreSql => LedgerException.NoRoom(exception),
        DbException when dialect.IsSqlite && exception.Message.StartsWith(SqliteFull, StringComparison.Ordinal) => LedgerException.NoRoom(exception),
        _ => null,
    };

    /// <summary>Whether a database refuses a row because another one has its key.</summary>
    public static bool IsTaken(DbException exception, Dialect dialect) => dialect.IsSqlite
        ? exception.Message.StartsWith(SqliteConstraint, StringComparison.Ordinal) && exception.Message.Contains("UNIQUE", StringComparison.Ordinal)
        : exception.SqlState == PostgreSqlErrors.UniqueViolation;

    public static LedgerException NoTables(string context) => LedgerException.NotKept(
        $"The ledger is used, and the model of {context} does not have its tables.",
        "Call modelBuilder.UseGdprKit() in OnModelCreating, and add a migration or run the script of the package.");

    public static LedgerException NoAmbientTransactions() => new(
        LedgerStoreMessages.NoAmbientTransactions,
        "A TransactionScope is open, and SQLite cannot join it.",
        "Begin the transaction with db.Database.BeginTransactionAsync().");

    public static LedgerException UnknownProvider(string? provider) => new(
        LedgerStoreMessages.UnknownProvider,
        $"The ledger does not know how to write with the provider '{provider}'.",
        "Use SQLite or PostgreSQL, or implement ILedgerStore.");

    public static LedgerException StaleView() => new(
        LedgerStoreMessages.UnseenLink,
        "A person was linked by somebody else, and the host's transaction does not see it.",
        "Begin the transaction again; or use an isolation level that sees what others commit, as read committed.");

    public static LedgerException TransactionIsGone() => new(
        LedgerStoreMessages.TransactionIsGone,
        "The connection to the database broke, and with it the transaction that was begun; nothing of it is written.",
        "Begin the transaction again, with a context of its own.");

    public static LedgerException ForgetsWhatItSees() => new(
        LedgerStoreMessages.ForgetsWhatItSees,
        "Something is to be forgotten in a transaction of the host that does not see what others have written since it began.",
        "Begin the transaction at read committed, or forget outside of it.");

    public static LedgerException ChangedWhileRemembering(string entity) => new(
        LedgerStoreMessages.ChangedWhileRemembering,
        $"While something was remembered of the changes of a context, rows of {entity} were changed in it, which are saved no more.",
        "Change rows before SaveChangesWithGdprAsync is called; what it is given only writes to the ledger.");

    public static LedgerException TwoHashes() => new(
        LedgerStoreMessages.TwoHashes,
        "An id stands in the ledger with two hashes: that of an entry, and another of one that expired.",
        "Verify the ledger: something was written beside it, or the database was restored in part.");

    public static LedgerException UnknownTransaction(Exception cause) => new(
        LedgerStoreMessages.UnknownTransaction,
        "The connection of this context is in a transaction that Entity Framework Core was not told of.",
        "Call db.Database.UseTransactionAsync(…), or begin it with db.Database.BeginTransactionAsync().",
        cause);

    private static LedgerException ReaderIsOpen(Exception cause) => new(
        LedgerStoreMessages.ReaderIsOpen,
        "A query of the host is still being read on the connection of this context.",
        "Read it to its end first, as with ToListAsync(), or read it through another context.",
        cause);

    private static LedgerException NotEnlisted(Exception cause) => new(
        LedgerStoreMessages.NotEnlisted,
        "A TransactionScope is open, and the connection of this context is not enlisted in it.",
        "Leave 'Enlist' of the connection string as it is by default, or call db.Database.EnlistTransaction(…).",
        cause);
}
