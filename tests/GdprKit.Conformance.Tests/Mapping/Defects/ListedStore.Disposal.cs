using System.Transactions;
using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.Conformance.Mapping;

/// <content>Lets objects go, in a transaction with the ledger.</content>
internal sealed partial class ListedStore : IPersonalDataDisposer
{
    /// <summary>The ledger, in the same memory.</summary>
    public InMemoryDatabase Database { get; } = new();

    public string? WhyNotDisposable(StoreEntity entity, RowDisposal disposal) => null;

    public async ValueTask<long> DisposeOfAsync(
        StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
    {
        var (ledger, subjects) = (new InMemoryLedgerStore(Database), new InMemorySubjectDirectory(Database));
        using var scope = new TransactionScope(TransactionScopeOption.RequiresNew, TransactionScopeAsyncFlowOption.Enabled);

        // Who writes keeps others from writing: from here on nobody places a shield.
        await subjects.LinkAsync([], LedgerSamples.Start, cancellationToken);
        var shielded = await ShieldedPeople.FindAsync(disposal.Shield, ledger, subjects, cancellationToken);
        var isTaken = disposal.ToTest();
        var gone = shielded.IsEverybody ? [] : await ReadObjectsAsync(entity, disposal.Where, shielded.Contains, cancellationToken)
            .Where(each => isTaken(each.Key, field => ReadValue(each.Row, field)))
            .Select(each => each.Row)
            .ToListAsync(cancellationToken);
        if (record is not null)
        {
            await record(gone.Count, ledger, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (disposal.Change is RowChange.Empty empty)
        {
            gone.ForEach(row => empty.Fields.ToList().ForEach(field => Empty(row, field)));
        }
        else
        {
            Take(gone);
        }

        scope.Complete();
        return gone.Count;
    }

    private void Take(List<object> gone)
    {
        var stays = rows.Except(gone).ToList();
        rows.Clear();
        stays.ForEach(rows.Enqueue);
    }

    private static void Empty(object row, PropertyPath field)
    {
        var owner = field.Segments.SkipLast(1).Aggregate((object?)row, (at, name) => at?.GetType().GetProperty(name)!.GetValue(at));
        owner?.GetType().GetProperty(field.Segments[^1])!.SetValue(owner, null);
    }
}
