using System.Transactions;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A transaction of its own in which rows go, under the lock that who places a shield waits for, and in which that is recorded.</summary>
internal sealed class DisposalTransaction(DbContext context)
{
    private readonly HostDatabase _database = new(context);

    /// <summary>Does it once, however often a strategy of the host tries.</summary>
    /// <param name="dispose">Lets the rows go, by statements in the transaction, and says how many of each.</param>
    /// <param name="record">Records it; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is done or nothing.</param>
    public async Task<ValueList<long>> RunAsync(Func<HostCommands, CancellationToken, Task<ValueList<long>>> dispose, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
    {
        // What a caller has begun would decide about the rows later, and at its own isolation.
        using var alone = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        var strategy = context.Database.CreateExecutionStrategy();
        var witness = strategy.RetriesOnFailure ? new CommitWitness<ValueList<long>>(context) : null;
        var rows = witness is null
            ? await OnceAsync(null, cancellationToken).ConfigureAwait(false)
            : await witness.RunAsync(strategy, token => OnceAsync(witness, token), cancellationToken).ConfigureAwait(false);
        alone.Complete();
        return rows;

        async Task<ValueList<long>> OnceAsync(CommitWitness<ValueList<long>>? committed, CancellationToken token)
        {
            await context.Database.OpenConnectionAsync(token).ConfigureAwait(false);
            try
            {
                var commands = new HostCommands(context.Database.GetDbConnection(), null, context.Database.GetCommandTimeout(), _database.Sql);
                var before = await SecureDeletion.SwitchOnAsync(commands, token).ConfigureAwait(false);
                try
                {
                    return await CommitAsync(commands, committed, token).ConfigureAwait(false);
                }
                finally
                {
                    await SecureDeletion.RestoreAsync(commands, before).ConfigureAwait(false);
                }
            }
            finally
            {
                await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }

        async Task<ValueList<long>> CommitAsync(HostCommands commands, CommitWitness<ValueList<long>>? committed, CancellationToken token)
        {
            var transaction = await context.Database.BeginTransactionAsync(_database.Sql.Isolation, token).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var within = commands.In(transaction.GetDbTransaction());
                await RowLock.LimitWaitsAsync(within, token).ConfigureAwait(false);
                await DisposalLock.TakeAsync(within, token).ConfigureAwait(false);
                var gone = await dispose(within, token).ConfigureAwait(false);
                if (record is not null)
                {
                    await record(gone, new EntityFrameworkCoreLedgerStore(context), token).ConfigureAwait(false);
                }

                if (committed is not null)
                {
                    await committed.WriteAsync(gone, token).ConfigureAwait(false);
                }

                token.ThrowIfCancellationRequested();
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return gone;
            }
        }
    }
}
