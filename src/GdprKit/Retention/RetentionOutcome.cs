using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>What a retention rule says about one item: until when it is kept, from when it may go, and why.</summary>
/// <remarks>
/// All dates are days in the controller's zone. A day that is <see langword="null"/> although the side of the rule asks for it is not
/// known; then nothing goes, and <see cref="Obstacle"/>, or a suspension that still runs, says why. Immutable. Safe for use by several
/// threads.
/// </remarks>
public sealed record RetentionOutcome
{
    internal RetentionOutcome(Key<ProcessingActivity> activity, RetentionRule rule, ValueList<RetentionSuspension> suspensions) =>
        (Activity, Rule, Suspensions) = (activity, rule, suspensions);

    /// <summary>The activity that keeps the item.</summary>
    public Key<ProcessingActivity> Activity { get; }

    /// <summary>The rule that decides, with its citation.</summary>
    public RetentionRule Rule { get; }

    /// <summary>What forbids for a time that the item goes.</summary>
    public ValueList<RetentionSuspension> Suspensions { get; }

    /// <summary>Why there is no day, or <see langword="null"/> when there is one.</summary>
    public RetentionObstacle? Obstacle { get; internal init; }

    /// <summary>How the day was found, in order; the suspension that moved it last.</summary>
    public ValueList<RetentionStep> Steps => SuspensionInTheWay is { } suspension
        ? [.. Arithmetic, new RetentionStep.Suspended(suspension.Kind, suspension.LastDay)]
        : Arithmetic;

    /// <summary>The last day of the period, whatever suspends it; <see langword="null"/> when there is none.</summary>
    public LocalDate? EndsOn => Release?.LastDay;

    /// <summary>The last day on which the item must still be held; <see langword="null"/> when the rule is only about its going.</summary>
    public LocalDate? KeepUntil => Rule.Side is RetentionSide.MustBeGone ? null : FirstDeletable?.PlusDays(-1);

    /// <summary>
    /// The first day on which the item may go: the day after the end of what must be kept, the end itself of what must be gone;
    /// later when a suspension is in the way.
    /// </summary>
    public LocalDate? FirstDeletable => SuspensionInTheWay is { } suspension ? suspension.FirstDayAfter : Release?.Day;

    /// <summary>
    /// The last day on which the item may still be held: a sweep on that day removes it. <see langword="null"/> when the rule only
    /// demands that it is kept.
    /// </summary>
    public LocalDate? DeleteBy => Rule.Side is RetentionSide.MustKeep ? null : FirstDeletable;

    internal ReleaseMoment? Release { get; init; }

    internal ValueList<RetentionStep> Arithmetic { get; init; }

    private RetentionSuspension? SuspensionInTheWay => Release is { } release ? RetentionSuspension.LastInTheWay(Suspensions, release.Day) : null;

    /// <summary>Whether a day still belongs to the period, whatever suspends its end. What has no end always does.</summary>
    /// <param name="day">The day.</param>
    public bool RunsOn(LocalDate day) => Release is not { } release || release > ReleaseMoment.BeginOf(day);

    /// <summary>Whether the item goes in a sweep on a day: its period has ended, and nothing suspends that.</summary>
    /// <param name="day">The day of the sweep.</param>
    public bool IsDueOn(LocalDate day) =>
        Release is { } release && release <= ReleaseMoment.SweepOf(day) && !Suspensions.Any(suspension => suspension.Covers(day));
}
