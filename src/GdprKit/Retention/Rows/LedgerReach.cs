using System.Collections.Concurrent;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>
/// Of whose rows a store can be asked what the ledger says of the people. Where it cannot, nobody knows of their consent: what rests on it is kept and reported.
/// </summary>
/// <param name="stores">The stores by name.</param>
/// <param name="ground">In which heads it shows; <see langword="null"/> where nobody says.</param>
internal sealed class LedgerReach(IReadOnlyDictionary<string, IPersonalDataStore> stores, IActivityGround? ground)
{
    private readonly ConcurrentDictionary<(string Store, string Entity, OwnerPath Owner), bool> _isKnown = [];

    /// <summary>In which heads it shows that an activity lost its ground, where somebody is included.</summary>
    public IActivityGround? Ground => ground;

    /// <summary>Whether the store of an entity can be asked of whom a path leads to.</summary>
    public bool Includes(PlannedEntity entity, OwnerPath owner) => ground is not null && _isKnown.GetOrAdd(
        (entity.Store, entity.Name, owner),
        _ => stores[entity.Store].WhyUnanswerable(entity.Entity, new RowRequest { Where = new RowCondition.HasHead(owner, LegalHold.Fold.Kind, LegalHold.Fold.Version) }) is null);
}
