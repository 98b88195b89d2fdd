using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>
/// How long one category of data of an item is kept, over everything it is used for. It is needed while any activity that applies to the
/// item still needs it (Art. 5(1)(e)); use ends for each activity by itself, storage ends with the last.
/// </summary>
/// <remarks>
/// All dates are days in the controller's zone; a <see langword="null"/> means that no such day is known, or that no rule demands one.
/// Immutable. Safe for use by several threads.
/// </remarks>
public sealed record FieldRetention
{
    internal FieldRetention(Key<DataCategory> category, ValueList<ActivityRetention> activities, ValueList<RetentionSuspension> suspensions) =>
        (Category, Activities, Suspensions) = (category, activities, suspensions);

    /// <summary>The category of the data.</summary>
    public Key<DataCategory> Category { get; }

    /// <summary>What each activity that applies says, ordered by key. When none applies, nobody can say when the data go: they are kept, and reported.</summary>
    public ValueList<ActivityRetention> Activities { get; }

    /// <summary>What forbids for a time that the item goes.</summary>
    public ValueList<RetentionSuspension> Suspensions { get; }

    /// <summary>The outcome that lets the data go last, and so decides; <see langword="null"/> when no activity applies.</summary>
    public RetentionOutcome? Deciding => Activities.IsEmpty ? null : Activities.Select(activity => activity.Deciding).Aggregate(OutcomeReading.LaterOf);

    /// <summary>The last day on which the data must still be held; <see langword="null"/> when no rule demands it or the day is not known.</summary>
    public LocalDate? KeepUntil
    {
        get
        {
            var keeping = Phases.Where(phase => phase.Rule.Side is not RetentionSide.MustBeGone).ToList();
            return keeping.Exists(phase => phase.KeepUntil is null) ? null : keeping.Max(phase => phase.KeepUntil);
        }
    }

    /// <summary>The first day on which the data may go.</summary>
    public LocalDate? FirstDeletable => Deciding?.FirstDeletable;

    /// <summary>The last day on which the data may still be held: a sweep on that day removes them.</summary>
    public LocalDate? DeleteBy => Deciding?.DeleteBy;

    /// <summary>What somebody must look at, because otherwise the data would be kept for ever.</summary>
    public ValueList<RetentionOutcome> Unresolved => Phases.Where(phase => phase.Obstacle is { NeedsAttention: true }).ToValueList();

    private IEnumerable<RetentionOutcome> Phases => Activities.SelectMany(activity => activity.Phases);

    /// <summary>Whether the data are held on a day: an activity needs them, a suspension keeps them, or nobody knows.</summary>
    /// <param name="day">The day.</param>
    public bool IsHeldOn(LocalDate day) =>
        Activities.IsEmpty || Activities.Any(activity => activity.NeedsOn(day)) || Suspensions.Any(suspension => suspension.Covers(day));

    /// <summary>Whether the data go in a sweep on a day: no activity needs them any more, and nothing suspends that.</summary>
    /// <param name="day">The day of the sweep.</param>
    public bool IsDueOn(LocalDate day) => Deciding is { } deciding && deciding.IsDueOn(day);

    /// <summary>
    /// Whether the data are out of daily use after a sweep on a day: whatever still needs them needs them in the archive only. A suspension
    /// does not stand against that, because what is archived is kept.
    /// </summary>
    /// <param name="day">The day of the sweep.</param>
    public bool IsOutOfDailyUseOn(LocalDate day) =>
        !Activities.IsEmpty && Activities.All(activity => activity.Phases[0].Release <= ReleaseMoment.SweepOf(day));

    /// <summary>What stands against a request for erasure (Art. 17), or <see langword="null"/> when no law and no suspension does.</summary>
    /// <param name="requestedOn">The day of the request, in the controller's zone.</param>
    public ErasureBar? BarToErasure(LocalDate requestedOn)
    {
        var demands = Activities.Select(activity => activity.Demand).OfType<StatutoryDemand>().Where(demand => demand.StandsOn(requestedOn)).ToList();
        return demands.Count > 0
            ? new ErasureBar.Statute(demands.Select(demand => demand.Outcome).Aggregate(OutcomeReading.LaterOf))
            : ErasureBar.Suspended.On(requestedOn, Suspensions);
    }
}
