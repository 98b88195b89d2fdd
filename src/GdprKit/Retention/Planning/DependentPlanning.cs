using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Decides what becomes of rows that refer to a row that goes.</summary>
internal sealed class DependentPlanning
{
    private readonly EntityFamilies _families;
    private readonly Dictionary<string, StoreEntity> _somebodys;
    private readonly ILookup<string, Referrer> _byTarget;

    public DependentPlanning(StoreMap store, EntityFamilies families)
    {
        _families = families;
        _somebodys = store.Entities.Where(entity => !entity.Owners.IsEmpty).ToDictionary(entity => entity.Description.Name, StringComparer.Ordinal);
        _byTarget = (from entity in store.Description.Entities
                     where !entity.IsReadOnly
                     from reference in ReferencesOf(entity.Name)
                     where reference.IsForeignKey
                     where families.BaseOf(entity.Name) is not { } parent || !ReferencesOf(parent).Contains(reference)
                     select new Referrer(entity, reference)).ToLookup(each => each.Reference.Target, StringComparer.Ordinal);
    }

    public ValueList<PlannedDependent> Of(StoreEntity entity) => Referring(entity.Description.Name)
        .Select(each => new PlannedDependent(each.Entity, each.Reference, DisposalOf(each.Entity, each.Reference)) { Members = _families.MembersOf(each.Entity.Name) })
        .ToValueList();

    /// <summary>The entities, views apart, whose rows refer to rows of an entity or of one that it is derived from; each where the reference is declared.</summary>
    private IEnumerable<Referrer> Referring(string name) =>
        _families.LineageOf(name).SelectMany(above => _byTarget[above]).OrderBy(each => each.Entity.Name, StringComparer.Ordinal);

    private IEnumerable<ReferenceDescription> ReferencesOf(string name) =>
        [.. _families[name].References, .. _somebodys.GetValueOrDefault(name)?.Links ?? []];

    private DependentDisposal DisposalOf(EntityDescription entity, ReferenceDescription reference)
    {
        var members = _families.MembersOf(entity.Name);
        if (!members.Any(_somebodys.ContainsKey))
        {
            return Unowned(entity, reference);
        }

        // Whose it is must stay known as long as the row stays.
        return members.Any(name => SaysWhose(name, reference))
            ? members.All(name => SaysWhose(name, reference) && _somebodys[name].Fields.IsEmpty) ? DependentDisposal.GoAlong : DependentDisposal.AwaitedFirst
            : IsDetached(entity, reference) && !members.Any(name => SharesWhose(name, reference)) ? DependentDisposal.Detached
            : DependentDisposal.AwaitedFirst;
    }

    private bool SaysWhose(string name, ReferenceDescription reference) => LeadsOf(name).Any(leads => reference.Properties.All(leads.Contains));

    /// <summary>Whether a column of a reference also says whose the row is: emptied with the others, it would say so no more.</summary>
    private bool SharesWhose(string name, ReferenceDescription reference) => LeadsOf(name).Any(leads => reference.Properties.Any(leads.Contains));

    private IEnumerable<ValueList<PropertyPath>> LeadsOf(string name) =>
        _somebodys.GetValueOrDefault(name)?.Owners.Select(owner => owner.Steps.IsEmpty ? owner.Key : owner.Steps[0].From) ?? [];

    private DependentDisposal Unowned(EntityDescription entity, ReferenceDescription reference) =>
        IsDetached(entity, reference) ? DependentDisposal.Detached
        : reference.OnDelete is ReferenceDeletion.Cascade && TakesNobodyAlong(entity.Name, []) ? DependentDisposal.GoAlong
        : DependentDisposal.AwaitedFirst;

    /// <summary>Whether rows can go without touching rows that are somebody's, or that the database holds back.</summary>
    private bool TakesNobodyAlong(string name, HashSet<string> trail) => _families.MembersOf(name).All(member =>
        !trail.Add(member) || Referring(member).All(each =>
            !_families.MembersOf(each.Entity.Name).Any(_somebodys.ContainsKey)
            && (IsDetached(each.Entity, each.Reference)
                || (each.Reference.OnDelete is ReferenceDeletion.Cascade && TakesNobodyAlong(each.Entity.Name, trail)))));

    private static bool IsDetached(EntityDescription entity, ReferenceDescription reference) => reference.OnDelete is ReferenceDeletion.SetNull
        && reference.Properties.All(path => entity.Properties.Any(property => property.Path == path && property.IsNullable));

    private sealed record Referrer(EntityDescription Entity, ReferenceDescription Reference);
}
