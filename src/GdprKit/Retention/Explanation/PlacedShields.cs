using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Which of the rows that are due a run would leave, because a hold or a restriction keeps them.</summary>
/// <param name="map">Where data are; <see langword="null"/> where nothing keeps anything.</param>
/// <param name="folds">The folds of the program.</param>
/// <param name="aboutNobody">The heads of shields about nobody in particular.</param>
/// <param name="isAnyAboutPeople">Whether there are some about people at all: mostly there are none, and then no row is asked.</param>
internal sealed class PlacedShields(PersonalDataMap? map, IReadOnlyCollection<StreamFold> folds, IReadOnlyCollection<StreamHead> aboutNobody, bool isAnyAboutPeople)
{
    /// <summary>Where there is no ledger, nothing keeps anything.</summary>
    public static PlacedShields None { get; } = new(null, [], [], false);

    /// <summary>The rows of an entity that something keeps from a change.</summary>
    /// <param name="store">The store that keeps them.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="change">What would become of the rows.</param>
    /// <param name="isKnown">Whether the store can be asked what the ledger says of whom a path leads to.</param>
    public RowCondition On(StoreMap store, PlannedEntity entity, RowChange change, Func<OwnerPath, bool> isKnown)
    {
        if (map is null)
        {
            return RowCondition.Never;
        }

        var shield = RowShield.Of(folds, map, store, entity.Entity, change);
        var people = !isAnyAboutPeople ? [] :
            from owner in entity.Entity.Owners
            where isKnown(owner)
            from streams in shield.Streams
            select (RowCondition)new RowCondition.HasHead(owner, streams.Kind, streams.FoldVersion) { States = streams.ReleasedIn, IsOther = true };
        return RowCondition.Any([.. aboutNobody.Select(shield.RowsKeptBy), .. people]);
    }
}
