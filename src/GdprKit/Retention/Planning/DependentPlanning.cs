using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Decides what becomes of rows that refer to a row that goes.</summary>
internal sealed class DependentPlanning(StoreMap store)
{
    private readonly Dictionary<string, StoreEntity> _mapped = store.Entities.ToDictionary(entity => entity.Description.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, EntityDescription> _stored = store.Description.Entities.ToDictionary(entity => entity.Name, StringComparer.Ordinal);

    public ValueList<PlannedDependent> Of(StoreEntity entity) => Referring(entity.Description.Name)
        .Select(each => new PlannedDependent(each.Entity, each.Reference, DisposalOf(each.Entity, each.Reference)))
        .ToValueList();

    /// <summary>The entities, views apart, whose rows refer to rows of an entity or of one that it is derived from; each where the reference is declared.</summary>
    private IEnumerable<(EntityDescription Entity, ReferenceDescription Reference)> Referring(string name)
    {
        var family = FamilyOf(name).ToHashSet(StringComparer.Ordinal);
        return from entity in store.Description.Entities
               where !entity.IsReadOnly
               from reference in entity.References
               where reference.IsForeignKey && family.Contains(reference.Target)
               where entity.Base is not { } parent || !_stored[parent].References.Contains(reference)
               select (entity, reference);
    }

    private IEnumerable<string> FamilyOf(string name)
    {
        for (var next = name; next is not null; next = _stored[next].Base)
        {
            yield return next;
        }
    }

    private DependentDisposal DisposalOf(EntityDescription entity, ReferenceDescription reference)
    {
        if (_mapped.GetValueOrDefault(entity.Name) is not { Owners.IsEmpty: false } mapped)
        {
            return HasNobodysRows(entity) ? Unowned(entity, reference) : DependentDisposal.AwaitedFirst;
        }

        // Whose it is must stay known as long as the row stays.
        var saysWhose = mapped.Owners.Any(owner => (owner.Steps.IsEmpty ? owner.Key : owner.Steps[0].From) is var leads && reference.Properties.All(leads.Contains));
        return saysWhose ? mapped.Fields.IsEmpty ? DependentDisposal.GoAlong : DependentDisposal.AwaitedFirst
            : reference.OnDelete is ReferenceDeletion.SetNull && IsOptional(entity, reference) ? DependentDisposal.Detached
            : DependentDisposal.AwaitedFirst;
    }

    // A base class without a map can have derived classes with one.
    private bool HasNobodysRows(EntityDescription entity) =>
        !_mapped.Values.Any(mapped => !mapped.Owners.IsEmpty && FamilyOf(mapped.Description.Name).Contains(entity.Name));

    private DependentDisposal Unowned(EntityDescription entity, ReferenceDescription reference) => reference.OnDelete switch
    {
        ReferenceDeletion.SetNull when IsOptional(entity, reference) => DependentDisposal.Detached,
        ReferenceDeletion.Cascade when TakesNobodyAlong(entity.Name, []) => DependentDisposal.GoAlong,
        _ => DependentDisposal.AwaitedFirst,
    };

    /// <summary>Whether rows can go without touching rows that are somebody's, or that the database holds back.</summary>
    private bool TakesNobodyAlong(string name, HashSet<string> trail) => !trail.Add(name) || Referring(name).All(each =>
        HasNobodysRows(each.Entity) && each.Reference.OnDelete switch
        {
            ReferenceDeletion.SetNull => IsOptional(each.Entity, each.Reference),
            ReferenceDeletion.Cascade => TakesNobodyAlong(each.Entity.Name, trail),
            _ => false,
        });

    private static bool IsOptional(EntityDescription entity, ReferenceDescription reference) =>
        reference.Properties.All(path => entity.Properties.Any(property => property.Path == path && property.IsNullable));
}
