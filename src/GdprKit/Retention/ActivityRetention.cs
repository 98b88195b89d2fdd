using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>How long an activity keeps one category of data of an item, in its phases: in use, archived, gone.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ActivityRetention
{
    internal ActivityRetention(
        Key<ProcessingActivity> activity, ValueList<RetentionOutcome> archiving, RetentionOutcome ending, StatutoryDemand? demand) =>
        (Activity, Archiving, Ending, Demand) = (activity, archiving, ending, demand);

    /// <summary>The activity.</summary>
    public Key<ProcessingActivity> Activity { get; }

    /// <summary>The phases after which the data are only archived, in their order; mostly none or one.</summary>
    public ValueList<RetentionOutcome> Archiving { get; }

    /// <summary>The last phase, after which the data go.</summary>
    public RetentionOutcome Ending { get; }

    /// <summary>All phases in their order.</summary>
    public ValueList<RetentionOutcome> Phases => [.. Archiving, Ending];

    /// <summary>The phase that ends last, and so decides how long the activity needs the data. It is <see cref="Ending"/>, unless that comes before the archive.</summary>
    public RetentionOutcome Deciding => Phases.Aggregate(OutcomeReading.LaterOf);

    /// <summary>What laws demand to be kept, whatever the person asks; <see langword="null"/> when no rule is one.</summary>
    internal StatutoryDemand? Demand { get; }

    /// <summary>The phase on a day, or <see langword="null"/> after the last one. Suspensions prolong no phase.</summary>
    /// <param name="day">The day.</param>
    public RetentionOutcome? PhaseOn(LocalDate day) => Phases.FirstOrDefault(phase => phase.RunsOn(day));

    /// <summary>Whether the activity still needs the data on a day, archived or not: use for its purpose ends with this.</summary>
    /// <param name="day">The day.</param>
    public bool NeedsOn(LocalDate day) => Deciding.RunsOn(day);
}
