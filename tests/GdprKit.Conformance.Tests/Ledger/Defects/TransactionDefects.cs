using System.Transactions;
using GdprKit.InMemory;
using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>What stores get wrong in the transactions of their host.</summary>
internal static class TransactionDefects
{
    /// <summary>A lease is kept apart from the rest, where no transaction holds it.</summary>
    public static LedgerDefect LooksAtTheFenceBefore()
    {
        var leases = new InMemoryLedgerStore(new InMemoryDatabase());
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new() { Store = sound => new KeepsLeasesApart(sound, leases, seen) };
    }

    internal sealed class PoisonsTheTransaction(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            var result = await Sound.AppendAsync(batch, cancellationToken);
            if (result is AppendResult.Conflict)
            {
                Transaction.Current?.Rollback();
            }

            return result;
        }
    }

    private sealed class KeepsLeasesApart(ILedgerStore sound, InMemoryLedgerStore leases, TaskCompletionSource seen) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken)
        {
            using var apart = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
            return await leases.LeaseAsync(request, cancellationToken);
        }

        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            var result = await Sound.AppendAsync(AppendBatch.Of(batch.Streams, batch.Content), cancellationToken);
            // The other one takes the lease and looks, while this is not committed yet.
            await seen.Task.WaitAsync(cancellationToken);
            return result;
        }

        public override async IAsyncEnumerable<LedgerEntry> ReadStreamAsync(
            StreamId stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var entry in Sound.ReadStreamAsync(stream, afterVersion, cancellationToken))
            {
                yield return entry;
            }

            seen.TrySetResult();
        }
    }
}
