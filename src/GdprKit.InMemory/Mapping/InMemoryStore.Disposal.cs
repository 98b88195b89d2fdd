using System.Reflection;
using System.Transactions;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit.InMemory;

/// <content>Lets objects go, in one transaction with a ledger that is in memory as well.</content>
internal sealed partial class InMemoryStore : IPersonalDataDisposer
{
    private readonly InMemoryDatabase? _ledger;

    public string? WhyNotDisposable(RowDisposal disposal)
    {
        ArgumentNullException.ThrowIfNull(disposal);
        var described = _description.Entity(disposal.Entity.Description.Name);
        return _ledger is null ? "the ledger is not in memory, so that nobody can look up at the same moment what keeps an object. Call UseInMemoryLedger()"
            : disposal.Change is RowChange.Empty empty ? empty.Fields.Select(field => WhyNotEmptied(described, field))
                .Concat(empty.Replacements.Select(replacement => WhyNotReplaced(described, replacement)))
                .FirstOrDefault(why => why is not null)
            : disposal.Change is RowChange.Archive archive ? WhyNotChanged(described, described.Properties.Single(each => each.Path == archive.Property))
            : FindRemover(described) is null ? $"nobody said how an object of {described.Type.Name} goes. Call Removing(…) where the class is kept"
            : null;
    }

    // Nothing here takes long.
    public ValueTask<RowCondition.InRange?> FindRangeAsync(StoreEntity entity, RowCondition.InRange? last, int rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        cancellationToken.ThrowIfCancellationRequested();
        _ = _description.Entity(entity.Description.Name);
        return new(default(RowCondition.InRange));
    }

    public async ValueTask<ValueList<long>> DisposeOfAsync(
        ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (disposals.Select(WhyNotDisposable).FirstOrDefault(why => why is not null) is { } why)
        {
            throw new InvalidOperationException($"{InMemoryMessages.NotDisposable}: {why}.");
        }

        var (ledger, subjects) = (new InMemoryLedgerStore(_ledger!), new InMemorySubjectDirectory(_ledger!));
        using var transaction = new TransactionScope(TransactionScopeOption.RequiresNew, TransactionScopeAsyncFlowOption.Enabled);

        // One writes at a time until the end of its transaction: from here on nobody places a shield.
        await subjects.LinkAsync([], Instant.MinValue, cancellationToken).ConfigureAwait(false);
        var (gone, going) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new List<List<object>>());
        foreach (var disposal in await RowDisposal.ChooseAsync(disposals, FindKeysAsync, cancellationToken).ConfigureAwait(false))
        {
            var rows = await FindAsync(disposal, gone, ledger, subjects, cancellationToken).ConfigureAwait(false);
            going.Add(rows);
            gone.UnionWith(disposal.Change is RowChange.Delete ? rows : []);
        }

        var counts = going.Select(rows => (long)rows.Count).ToValueList();
        if (record is not null)
        {
            await record(counts, ledger, cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (disposal, rows) in disposals.Zip(going))
        {
            Apply(disposal.Change, rows, FindRemover(_description.Entity(disposal.Entity.Description.Name)));
        }

        transaction.Complete();
        return counts;
    }

    public ValueTask CompactAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private async Task<List<object>> FindAsync(
        RowDisposal disposal, HashSet<object> gone, InMemoryLedgerStore ledger, InMemorySubjectDirectory subjects, CancellationToken cancellationToken)
    {
        var shielded = await ShieldedPeople.FindAsync(disposal.Shield, ledger, subjects, cancellationToken).ConfigureAwait(false);
        return shielded.IsEverybody ? [] : await ReadObjectsAsync(disposal.Entity, RowCondition.All(disposal.Changing, RowCondition.Not(shielded.Rows)), shielded.Contains, gone, cancellationToken)
            .Select(each => each.Row)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ValueList<ValueList<object?>>> FindKeysAsync(StoreEntity entity, RowCondition where, CancellationToken cancellationToken) =>
        [.. await ReadAsync(entity, new RowRequest { Where = where }, cancellationToken).Select(row => row.Key).ToListAsync(cancellationToken).ConfigureAwait(false)];

    private static void Apply(RowChange change, List<object> rows, Action<object>? remove)
    {
        foreach (var row in rows)
        {
            if (change is RowChange.Empty empty)
            {
                foreach (var field in empty.Fields)
                {
                    Put(row, field, null);
                }

                foreach (var replacement in empty.Replacements)
                {
                    Replace(row, replacement);
                }
            }
            else if (change is RowChange.Archive archive)
            {
                Put(row, archive.Property, archive.IsArchived);
            }
            else
            {
                remove!(row);
            }
        }
    }

    // What is empty, or was replaced before, stays as it is when something else in the row goes.
    private static void Replace(object row, FieldReplacement replacement)
    {
        if (OwnerOf(row, replacement.Property) is { } owner
            && Member(owner.GetType(), replacement.Property.Segments[^1]).GetValue(owner) is { } value
            && !replacement.By.Is(value))
        {
            Put(row, replacement.Property, replacement.By.Make());
        }
    }

    private static void Put(object row, PropertyPath field, object? value)
    {
        if (OwnerOf(row, field) is { } owner)
        {
            Member(owner.GetType(), field.Segments[^1]).SetValue(owner, value);
        }
    }

    private static object? OwnerOf(object row, PropertyPath field) =>
        field.Segments.SkipLast(1).Aggregate((object?)row, (at, name) => at is null ? null : Member(at.GetType(), name).GetValue(at));

    private static PropertyInfo Member(Type type, string name) => type.GetProperty(name)!;

    private static string? WhyNotReplaced(EntityDescription entity, FieldReplacement replacement)
    {
        var property = entity.Properties.Single(each => each.Path == replacement.Property);
        return WhyNotChanged(entity, property)
            ?? (entity.Key.Contains(replacement.Property) ? $"{replacement.Property} of {entity.Type.Name} is part of its key. Let it go with its object"
                : replacement.By.WhyNotFor(property) is { } why ? $"{replacement.Property} of {entity.Type.Name} cannot be replaced: it {why}. Let it be empty, or let it go with its object"
                : null);
    }

    private static string? WhyNotEmptied(EntityDescription entity, PropertyPath field)
    {
        var property = entity.Properties.Single(each => each.Path == field);
        return WhyNotChanged(entity, property)
            ?? (!property.IsNullable || (property.Type.IsValueType && Nullable.GetUnderlyingType(property.Type) is null) ? $"{field} of {entity.Type.Name} cannot be without a value. Make it nullable, or let it be replaced"
                : null);
    }

    private static string? WhyNotChanged(EntityDescription entity, PropertyDescription property)
    {
        var field = property.Path;
        var at = field.Segments.SkipLast(1).Aggregate(entity.Type, (type, name) => property.IsCollection ? type : Member(type, name).PropertyType);
        return property.IsCollection ? $"{field} of {entity.Type.Name} is in a collection. Let it go with its object"
            : Member(at, field.Segments[^1]) is { SetMethod: null } ? $"{field} of {entity.Type.Name} has no setter. Add one, or let it go with its object"
            : null;
    }

    // As told for the class or for the nearest that it is derived from.
    private Action<object>? FindRemover(EntityDescription entity) => Lineage(entity).Select(kept => kept.Remove).FirstOrDefault(remove => remove is not null);
}
