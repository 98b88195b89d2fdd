using System.Data.Common;
using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Works on the connection of a host's context: in the transaction of the host where there is one, else in one of its own.</summary>
internal sealed class HostDatabase(DbContext context)
{
    private const string Savepoint = "gdprkit";

    private readonly Lazy<LedgerSql> _sql = new(() => LedgerSql.Of(context));

    public LedgerSql Sql => _sql.Value;

    /// <summary>Whether the host has begun a transaction that Entity Framework Core knows of.</summary>
    public bool IsInTransaction => context.Database.CurrentTransaction is not null || IsAmbient;

    private bool IsAmbient => Transaction.Current is not null || context.Database.GetEnlistedTransaction() is not null;

    public ValueTask<T> ReadAsync<T>(Func<HostCommands, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken) =>
        RunAsync((connection, token) => work(Commands(connection, context.Database.CurrentTransaction?.GetDbTransaction()), token), cancellationToken);

    /// <summary>Writes all of something, or nothing of it.</summary>
    /// <param name="work">Writes, and says whether what it wrote is to stay.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    public ValueTask<T> WriteAsync<T>(Func<HostCommands, CancellationToken, ValueTask<(bool Stays, T Result)>> work, CancellationToken cancellationToken) =>
        RunAsync((connection, token) => IsInTransaction ? JoinAsync(connection, work, token) : BeginAsync(connection, work, token), cancellationToken);

    /// <summary>Writes by one statement, which by itself writes all of something or nothing of it.</summary>
    /// <param name="work">
    /// Writes and says whether it was written. Where the last parameter is true, it sends the end of the transaction along, so that the
    /// database is asked once.
    /// </param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    public ValueTask<bool> WriteAtOnceAsync(Func<HostCommands, bool, CancellationToken, ValueTask<bool>> work, CancellationToken cancellationToken)
    {
        return RunAsync((connection, token) => IsInTransaction ? JoinAsync(connection, JoinedAsync, token) : AloneAsync(connection, token), cancellationToken);

        async ValueTask<(bool Stays, bool Result)> JoinedAsync(HostCommands commands, CancellationToken token)
        {
            var written = await work(commands, false, token).ConfigureAwait(false);
            return (written, written);
        }

        async ValueTask<bool> AloneAsync(DbConnection connection, CancellationToken token)
        {
            // A connection that has a transaction already refuses a second one; else its beginning travels with the statement.
            var transaction = await connection.BeginTransactionAsync(Sql.Isolation, token).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                return await work(Commands(connection, transaction), true, token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Begins a transaction of the context.</summary>
    /// <exception cref="GdprKit.Ledger.LedgerException">GDPR3151: the connection is in one that Entity Framework Core was not told of.</exception>
    public async Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception) when (IsOfUnknownTransaction(exception, context.Database.GetDbConnection()))
        {
            throw TransactionRefusals.UnknownTransaction(exception);
        }
    }

    private async ValueTask<T> RunAsync<T>(Func<DbConnection, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Sql.Dialect.IsSqlite && Transaction.Current is not null)
        {
            throw TransactionRefusals.NoAmbientTransactions();
        }

        try
        {
            if (IsInTransaction)
            {
                return await OnConnectionAsync(work, cancellationToken).ConfigureAwait(false);
            }

            // What is written bears ids, so to write it again where the answer was lost is to write it once.
            var strategy = context.Database.CreateExecutionStrategy();
            return await strategy.ExecuteAsync(token => OnConnectionAsync(work, token).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransactionRefusals.NoRoom(exception, Sql.Dialect) is { } refusal)
        {
            throw refusal;
        }
    }

    private async ValueTask<T> OnConnectionAsync<T>(Func<DbConnection, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        // Entity Framework Core would open it again, forget the transaction, and what is written would stand alone.
        var connection = context.Database.GetDbConnection();
        if (context.Database.CurrentTransaction is not null && connection.State != System.Data.ConnectionState.Open)
        {
            throw TransactionRefusals.TransactionIsGone();
        }

        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransactionRefusals.Of(exception, Sql.Dialect) is { } refusal)
        {
            throw refusal;
        }
        catch (InvalidOperationException exception) when (IsOfUnknownTransaction(exception, connection))
        {
            throw TransactionRefusals.UnknownTransaction(exception);
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    // Providers answer with the same plain exception to many mistakes; only a second transaction is refused by a connection that has one.
    private bool IsOfUnknownTransaction(InvalidOperationException exception, DbConnection connection)
    {
        if (exception.GetType() != typeof(InvalidOperationException) || IsInTransaction || connection.State != System.Data.ConnectionState.Open)
        {
            return false;
        }

        try
        {
            using var transaction = connection.BeginTransaction();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private async ValueTask<T> BeginAsync<T>(DbConnection connection, Func<HostCommands, CancellationToken, ValueTask<(bool Stays, T Result)>> work, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(Sql.Isolation, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var (stays, result) = await work(Commands(connection, transaction), cancellationToken).ConfigureAwait(false);
            // Who cancels while a commit is under way would not know whether it took place.
            cancellationToken.ThrowIfCancellationRequested();
            await (stays ? transaction.CommitAsync(CancellationToken.None) : transaction.RollbackAsync(CancellationToken.None)).ConfigureAwait(false);
            return result;
        }
    }

    // A statement that fails would end the transaction of the host, and with it what the host has done so far.
    private async ValueTask<T> JoinAsync<T>(DbConnection connection, Func<HostCommands, CancellationToken, ValueTask<(bool Stays, T Result)>> work, CancellationToken cancellationToken)
    {
        var commands = Commands(connection, context.Database.CurrentTransaction?.GetDbTransaction());
        await commands.ExecuteAsync($"SAVEPOINT {Savepoint}", [], cancellationToken).ConfigureAwait(false);
        try
        {
            var (stays, result) = await work(commands, cancellationToken).ConfigureAwait(false);
            if (!stays)
            {
                await commands.ExecuteAsync($"ROLLBACK TO SAVEPOINT {Savepoint}", [], CancellationToken.None).ConfigureAwait(false);
            }

            await commands.ExecuteAsync($"RELEASE SAVEPOINT {Savepoint}", [], CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        catch
        {
            await UndoAsync(commands).ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask UndoAsync(HostCommands commands)
    {
        try
        {
            await commands.ExecuteAsync($"ROLLBACK TO SAVEPOINT {Savepoint}", [], CancellationToken.None).ConfigureAwait(false);
            await commands.ExecuteAsync($"RELEASE SAVEPOINT {Savepoint}", [], CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The transaction is gone with everything in it; what led to it is told instead.
        }
    }

    private HostCommands Commands(DbConnection connection, DbTransaction? transaction) => new(connection, transaction, context.Database.GetCommandTimeout(), Sql);
}
