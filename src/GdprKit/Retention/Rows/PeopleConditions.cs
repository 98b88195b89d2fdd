using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// What the ledger says of the people whose a row is, as conditions on the row. A field about several people is needed as long as it is for one of them.
/// </summary>
/// <param name="register">Declares the activities.</param>
/// <param name="whose">About whom the fields are.</param>
/// <param name="entity">The entity.</param>
/// <param name="reach">Of whom the store can be asked what the ledger says.</param>
internal sealed class PeopleConditions(ProcessingRegister register, ValueList<OwnerPath> whose, PlannedEntity entity, LedgerReach reach)
{
    /// <summary>The consent of everybody whom the fields are about was over on a day or before.</summary>
    public RowCondition ConsentEnded(Key<ProcessingActivity> activity, LocalDate lastDay) =>
        OfEverybody(activity, (owner, declared) => OfEvery(reach.Ground!.ConsentOver(owner, declared) with { Before = EndOf(lastDay) }));

    /// <summary>Nobody knows of the consent of somebody whom the fields are about, or of whom they are.</summary>
    public RowCondition ConsentUnknown(Key<ProcessingActivity> activity) =>
        RowCondition.Not(OfEverybody(activity, (owner, declared) => OfEvery(reach.Ground!.ConsentAnswered(owner, declared))));

    /// <summary>Everybody whom the fields are about had objected on a day or before, and was right.</summary>
    public RowCondition ObjectionUpheld(Key<ProcessingActivity> activity, LocalDate lastDay) =>
        OfEverybody(activity, (owner, declared) => reach.Ground!.ObjectionUpheld(owner, declared) with { Before = EndOf(lastDay) });

    /// <summary>Somebody whom the fields are about was asked for consent, or answered; where nobody can be asked of it, everybody was.</summary>
    public RowCondition Asked(Key<ProcessingActivity> activity)
    {
        var (about, declared) = (About(activity), register.Activities[activity]);
        return about.All(owner => reach.Includes(entity, owner)) ? RowCondition.Any(about.Select(owner => reach.Ground!.Consents(owner, declared) with { IsOther = true })) : RowCondition.Always;
    }

    /// <summary>About whom of those whose a row is an activity is.</summary>
    public IReadOnlyList<OwnerPath> About(Key<ProcessingActivity> activity)
    {
        var people = register.Activities[activity].People;
        return [.. whose.Where(owner => people.Contains(owner.Kind))];
    }

    // Somebody can have answered for every channel apart: one of these that still stands is enough.
    private static RowCondition OfEvery(RowCondition.HasHead head) =>
        head.Keys.Count == 1 ? head : RowCondition.All(head, RowCondition.Not(head with { IsOther = true }));

    private RowCondition OfEverybody(Key<ProcessingActivity> activity, Func<OwnerPath, ProcessingActivity, RowCondition> condition)
    {
        var (about, declared) = (About(activity), register.Activities[activity]);
        return !about.All(owner => reach.Includes(entity, owner)) ? RowCondition.Never
            : about is [var only] ? condition(only, declared)
            : RowCondition.All(
                about.Select(owner => RowCondition.Any(RowCondition.Not(new RowCondition.HasOwner(owner)), condition(owner, declared)))
                    .Append(RowCondition.Any(about.Select(owner => new RowCondition.HasOwner(owner)))));
    }

    private Instant? EndOf(LocalDate day) => day < LocalDate.MaxIsoValue ? register.Controller.TimeZone.AtStartOfDay(day.PlusDays(1)).ToInstant() : null;
}
