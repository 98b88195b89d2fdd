using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.InMemory;

/// <summary>Objects that the host keeps in memory.</summary>
internal sealed partial class InMemoryStore : RowByRowStore
{
    private readonly StoreDescription _description;
    private readonly Dictionary<string, KeptClass> _classes;

    private InMemoryStore(IReadOnlyCollection<KeptClass> classes, InMemoryDatabase? ledger)
    {
        _ledger = ledger;
        _description = ClassDescriptions.Of(classes);
        _classes = classes.ToDictionary(kept => kept.Name, StringComparer.Ordinal);
    }

    public static InMemoryStore Create(IServiceProvider services)
    {
        var builder = new InMemoryStoreBuilder();
        foreach (var declaration in services.GetServices<InMemoryDeclaration>())
        {
            declaration.Configure(services, builder);
        }

        return new InMemoryStore(builder.Classes, services.GetService<InMemoryDatabase>());
    }

    public override StoreDescription Describe(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _description;
    }

    protected override IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken) =>
        // An object counts as the most derived class that is kept, in whichever collection it is.
        Lineage(entity).SelectMany(kept => kept.Rows()).Where(row => ClassOf(row.GetType()) == entity.Type).ToAsyncEnumerable();

    public override string? WhyUnanswerable(StoreEntity entity, RowRequest request) => _ledger is null ? base.WhyUnanswerable(entity, request) : null;

    protected override ValueTask<Func<SubjectId, bool>> FindPeopleAsync(RowCondition.HasHead condition, CancellationToken cancellationToken) => _ledger is null
        ? base.FindPeopleAsync(condition, cancellationToken)
        : PeopleWithHeads.FindAsync(condition, new InMemoryLedgerStore(_ledger), new InMemorySubjectDirectory(_ledger), cancellationToken);

    private IEnumerable<KeptClass> Lineage(EntityDescription entity)
    {
        for (var at = entity; at is not null; at = at.Base is { } parent ? _description.Entity(parent) : null)
        {
            yield return _classes[at.Name];
        }
    }

    private Type? ClassOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (_classes.ContainsKey(type.FullName ?? ""))
            {
                return type;
            }
        }

        return null;
    }
}
