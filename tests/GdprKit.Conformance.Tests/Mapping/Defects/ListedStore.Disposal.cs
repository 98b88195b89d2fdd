using System.Transactions;
using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.Conformance.Mapping;

/// <content>Lets objects go, in a transaction with the ledger.</content>
internal sealed partial class ListedStore : IPersonalDataDisposer
{
    public override string? WhyUnanswerable(StoreEntity entity, RowRequest request) => null;

    protected override ValueTask<Func<SubjectId, bool>> FindPeopleAsync(RowCondition.HasHead condition, CancellationToken cancellationToken) =>
        PeopleWithHeads.FindAsync(condition, new InMemoryLedgerStore(Database), new InMemorySubjectDirectory(Database), cancellationToken);

    /// <summary>The ledger, in the same memory.</summary>
    public InMemoryDatabase Database { get; } = new();

    public string? WhyNotDisposable(RowDisposal disposal) => null;

    public ValueTask<RowCondition.InRange?> FindRangeAsync(StoreEntity entity, RowCondition.InRange? last, int rowsInIt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var known = Describe(cancellationToken).Entity(entity.Description.Name);
        if (known.Key is not [var key] || rows.Where(row => row.GetType() == known.Type).Select(row => ReadValue(row, key)).Any(value => value is not int))
        {
            return new(default(RowCondition.InRange));
        }

        var after = last?.Through;
        var rest = rows.Where(row => row.GetType() == known.Type).Select(row => (int)ReadValue(row, key)!).Where(value => after is null || value > (int)after).Order().Skip(rowsInIt - 1).ToList();
        return new(new RowCondition.InRange(key, after, rest.Count > 0 ? rest[0] : null));
    }

    public async ValueTask<ValueList<long>> DisposeOfAsync(
        ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
    {
        var (ledger, subjects) = (new InMemoryLedgerStore(Database), new InMemorySubjectDirectory(Database));
        using var scope = new TransactionScope(TransactionScopeOption.RequiresNew, TransactionScopeAsyncFlowOption.Enabled);

        // Who writes keeps others from writing: from here on nobody places a shield.
        await subjects.LinkAsync([], LedgerSamples.Start, cancellationToken);
        var (gone, going) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new List<List<object>>());
        foreach (var disposal in await RowDisposal.ChooseAsync(disposals, FindKeysAsync, cancellationToken))
        {
            var shielded = await ShieldedPeople.FindAsync(disposal.Shield, ledger, subjects, cancellationToken);
            going.Add(shielded.IsEverybody ? [] : await ReadObjectsAsync(disposal.Entity, RowCondition.All(disposal.Changing, RowCondition.Not(shielded.Rows)), shielded.Contains, gone, cancellationToken)
                .Select(each => each.Row)
                .ToListAsync(cancellationToken));
            gone.UnionWith(disposal.Change is RowChange.Delete ? going[^1] : []);
        }

        var counts = going.Select(each => (long)each.Count).ToValueList();
        if (record is not null)
        {
            await record(counts, ledger, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (disposal, found) in disposals.Zip(going))
        {
            if (disposal.Change is RowChange.Archive archive)
            {
                found.ForEach(row => Put(row, archive.Property, archive.IsArchived));
            }

            if (disposal.Change is RowChange.Empty empty)
            {
                found.ForEach(row => empty.Fields.ToList().ForEach(field => Put(row, field, null)));
                found.ForEach(row => empty.Replacements.Where(each => ReadValue(row, each.Property) is { } value && !each.By.Is(value)).ToList()
                    .ForEach(each => Put(row, each.Property, each.By.Make())));
            }
        }

        Take([.. gone]);
        scope.Complete();
        return counts;
    }

    public ValueTask CompactAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private async ValueTask<ValueList<ValueList<object?>>> FindKeysAsync(StoreEntity entity, RowCondition where, CancellationToken cancellationToken) =>
        [.. await ReadAsync(entity, new RowRequest { Where = where }, cancellationToken).Select(row => row.Key).ToListAsync(cancellationToken)];

    private void Take(List<object> gone)
    {
        var stays = rows.Except(gone).ToList();
        rows.Clear();
        stays.ForEach(rows.Enqueue);
    }

    private static void Put(object row, PropertyPath field, object? value)
    {
        var owner = field.Segments.SkipLast(1).Aggregate((object?)row, (at, name) => at?.GetType().GetProperty(name)!.GetValue(at));
        owner?.GetType().GetProperty(field.Segments[^1])!.SetValue(owner, value);
    }
}
