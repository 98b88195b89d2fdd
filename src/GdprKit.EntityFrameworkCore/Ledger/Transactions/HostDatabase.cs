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
        RunAsync(work, cancellationToken);

    /// <summary>Writes all of something, or nothing of it.</summary>
    /// <param name="work">Writes, and says whether what it wrote is to stay.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    public ValueTask<T> WriteAsync<T>(Func<HostCommands, CancellationToken, ValueTask<(bool Stays, T Result)>> work, CancellationToken cancellationToken) =>
        RunAsync((commands, token) => IsInTransaction ? JoinAsync(commands, work, token) : BeginAsync(commands, work, token), cancellationToken);

    /// <summary>
    /// Writes what would give another answer if it were written again, as the number of rows that went: where a strategy tries again after the
    /// answer to a commit was lost, a row that was written along tells that it took place.
    /// </summary>
    public async ValueTask<T> WriteOnceAsync<T>(Func<HostCommands, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var strategy = context.Database.CreateExecutionStrategy();
        if (IsInTransaction || !strategy.RetriesOnFailure)
        {
            return await WriteAsync<T>(async (commands, token) => (true, await work(commands, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var witness = new CommitWitness<T>(context);
        return await witness.RunAsync(
            strategy,
            async token => await WriteAsync<T>(
                async (commands, writing) =>
                {
                    var result = await work(commands, writing).ConfigureAwait(false);
                    await witness.WriteAsync(commands, result, writing).ConfigureAwait(false);
                    return (true, result);
                },
                token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes by one statement, which by itself writes all of something or nothing of it.</summary>
    /// <param name="work">
    /// Writes and says whether it was written. Where the last parameter is true, it sends the end of the transaction along, so that the
    /// database is asked once.
    /// </param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    public ValueTask<bool> WriteAtOnceAsync(Func<HostCommands, bool, CancellationToken, ValueTask<bool>> work, CancellationToken cancellationToken)
    {
        return RunAsync((commands, token) => IsInTransaction ? JoinAsync(commands, JoinedAsync, token) : AloneAsync(commands, token), cancellationToken);

        async ValueTask<(bool Stays, bool Result)> JoinedAsync(HostCommands commands, CancellationToken token)
        {
            var written = await work(commands, false, token).ConfigureAwait(false);
            return (written, written);
        }

        async ValueTask<bool> AloneAsync(HostCommands commands, CancellationToken token)
        {
            // A connection that has a transaction already refuses a second one; else its beginning travels with the statement.
            var transaction = await commands.Connection.BeginTransactionAsync(Sql.Isolation, token).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                return await work(commands.In(transaction), true, token).ConfigureAwait(false);
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

    private ValueTask<T> RunAsync<T>(Func<HostCommands, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Sql.Dialect.IsSqlite && Transaction.Current is not null)
        {
            throw TransactionRefusals.NoAmbientTransactions();
        }

        if (IsInTransaction)
        {
            return OnConnectionAsync(work, cancellationToken);
        }

        // What is written bears ids, so to write it again where the answer was lost is to write it once.
        var strategy = context.Database.CreateExecutionStrategy();
        return strategy.RetriesOnFailure
            ? new ValueTask<T>(TryingAgain.RunAsync(strategy, Sql.Dialect, token => OnConnectionAsync(work, token).AsTask(), verify: null, cancellationToken))
            : OnConnectionAsync(work, cancellationToken);
    }

    private async ValueTask<T> OnConnectionAsync<T>(Func<HostCommands, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        // Entity Framework Core would open it again, forget the transaction, and what is written would stand alone.
        var (connection, transaction) = (context.Database.GetDbConnection(), context.Database.CurrentTransaction);
        var isOpen = connection.State == System.Data.ConnectionState.Open;
        if (transaction is not null && !isOpen)
        {
            throw TransactionRefusals.TransactionIsGone();
        }

        // To open what is open takes Entity Framework Core longer than a look-up, but it lets the connection join a scope.
        var opens = !isOpen || Transaction.Current is not null;
        if (opens)
        {
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await work(
                new HostCommands(connection, transaction?.GetDbTransaction(), context.Database.GetCommandTimeout(), Sql, isOpen), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when ((TransactionRefusals.Of(exception, Sql.Dialect) ?? TransactionRefusals.NoRoom(exception, Sql.Dialect)) is { } refusal)
        {
            throw refusal;
        }
        catch (InvalidOperationException exception) when (IsOfUnknownTransaction(exception, connection))
        {
            throw TransactionRefusals.UnknownTransaction(exception);
        }
        finally
        {
            if (opens)
            {
                await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
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

    private async ValueTask<T> BeginAsync<T>(HostCommands commands, Func<HostCommands, CancellationToken, ValueTask<(bool Stays, T Result)>> work, CancellationToken cancellationToken)
    {
        var transaction = await commands.Connection.BeginTransactionAsync(Sql.Isolation, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var (stays, result) = await work(commands.In(transaction), cancellationToken).ConfigureAwait(false);
            // Who cancels while a commit is under way would not know whether it took place.
            cancellationToken.ThrowIfCancellationRequested();
            await (stays ? transaction.CommitAsync(CancellationToken.None) : transaction.RollbackAsync(CancellationToken.None)).ConfigureAwait(false);
            return result;
        }
    }

    // A statement that fails would end the transaction of the host, and with it what the host has done so far.
    private static async ValueTask<T> JoinAsync<T>(HostCommands commands, Func<HostCommands, CancellationToken, ValueTask<(bool Stays, T Result)>> work, CancellationToken cancellationToken)
    {
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
}
