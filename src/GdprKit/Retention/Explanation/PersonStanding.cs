using GdprKit.Ledger;
using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>What the ledger says of a person that retention looks at: what their consents and objections came to, and what keeps their data.</summary>
/// <param name="map">Where data are; <see langword="null"/> where there is no ledger.</param>
/// <param name="heads">The heads about the person, and those of shields about nobody in particular.</param>
/// <param name="folds">The folds of the program.</param>
/// <param name="ground">In which heads answers show; <see langword="null"/> where nobody says.</param>
internal sealed class PersonStanding(PersonalDataMap? map, IReadOnlyCollection<StreamHead> heads, IReadOnlyCollection<StreamFold> folds, IActivityGround? ground)
{
    /// <summary>Where there is no ledger, nobody knows of a consent, and nothing keeps anything.</summary>
    public static PersonStanding Unknown { get; } = new(null, [], [], null);

    /// <summary>What the consent to an activity came to; <see langword="null"/> when nobody knows.</summary>
    /// <param name="owner">The path that leads to the person.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="zone">The controller's.</param>
    public ConsentStanding? ConsentTo(OwnerPath owner, ProcessingActivity activity, DateTimeZone zone)
    {
        if (ground is null)
        {
            return null;
        }

        var (answered, over) = (ground.ConsentAnswered(owner, activity), ground.ConsentOver(owner, activity));
        if (!heads.Any(answered.Matches) || heads.Any((answered with { IsOther = true }).Matches))
        {
            return null;
        }

        // One that still stands is enough.
        var last = heads.Any((over with { IsOther = true }).Matches) ? null : heads.Where(over.Matches).Max(head => over.States.Contains(head.Index.Status) ? head.Index.Since : head.Index.Due);
        return new ConsentStanding(activity.Key, last?.InZone(zone).Date);
    }

    /// <summary>The objection that ended an activity; <see langword="null"/> when none did.</summary>
    /// <param name="owner">The path that leads to the person.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="zone">The controller's.</param>
    public UpheldObjection? ObjectionTo(OwnerPath owner, ProcessingActivity activity, DateTimeZone zone)
    {
        var upheld = ground is null ? [] : heads.Where(ground.ObjectionUpheld(owner, activity).Matches).ToList();
        return upheld.Count == 0 ? null : new UpheldObjection(activity.Key, upheld.Min(head => head.Index.Since).InZone(zone).Date);
    }

    /// <summary>What keeps fields of the person's rows from going, and of which rows.</summary>
    /// <param name="store">The store that keeps them.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="zone">The controller's.</param>
    public ValueList<(RowCondition Rows, RetentionSuspension Suspension)> SuspensionsOf(StoreMap store, StoreEntity entity, ValueList<PropertyPath> fields, DateTimeZone zone)
    {
        if (map is null)
        {
            return [];
        }

        var shield = RowShield.Of(folds, map, store, entity, new RowChange.Empty(fields));
        return heads
            .Select(head => (Rows: shield.RowsKeptBy(head), new RetentionSuspension(ground?.SuspensionOf(head.Stream.Kind) ?? SuspensionKind.Unspecified, head.Index.Since.InZone(zone).Date, null)))
            .Where(each => each.Rows != RowCondition.Never)
            .Distinct().ToValueList();
    }
}
