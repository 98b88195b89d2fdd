using NodaTime;

namespace GdprKit;

/// <summary>One step on the way from what happened to the day on which data may go.</summary>
public abstract record RetentionStep
{
    private RetentionStep()
    {
    }

    /// <summary>The event that starts the period, the last of those that count.</summary>
    /// <param name="Event">The kind of event.</param>
    /// <param name="On">The day on which it happened.</param>
    public sealed record EventUsed(Key<RetentionEvent> Event, LocalDate On) : RetentionStep;

    /// <summary>The event that starts the period because none of the others happened.</summary>
    /// <param name="Event">The kind of event.</param>
    /// <param name="On">The day on which it happened.</param>
    public sealed record FallbackUsed(Key<RetentionEvent> Event, LocalDate On) : RetentionStep;

    /// <summary>The period runs from another day than that of the event.</summary>
    /// <param name="Anchor">Which day, seen from the event.</param>
    /// <param name="On">That day.</param>
    public sealed record Anchored(RetentionAnchor Anchor, LocalDate On) : RetentionStep;

    /// <summary>The period was added.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="LastDay">Its last day.</param>
    public sealed record PeriodAdded(Period Period, LocalDate LastDay) : RetentionStep;

    /// <summary>The latest of several ends was chosen; the steps before this one lead to it.</summary>
    /// <param name="Ends">How many ends there were to choose from: those whose event happened.</param>
    /// <param name="LastDay">The latest of them.</param>
    public sealed record LatestChosen(int Ends, LocalDate LastDay) : RetentionStep;

    /// <summary>The person completes a year of life.</summary>
    /// <param name="Age">The age in years.</param>
    /// <param name="LastDay">The last day before the birthday.</param>
    public sealed record AgeCompleted(int Age, LocalDate LastDay) : RetentionStep;

    /// <summary>The consent on which the activity rests ended before the period did (Art. 7(3), 17(1)(b)).</summary>
    /// <param name="On">The day on which it was withdrawn or expired.</param>
    public sealed record ConsentEnded(LocalDate On) : RetentionStep;

    /// <summary>The person objected, and that ended the activity before the period did (Art. 21, 17(1)(c)).</summary>
    /// <param name="On">The day on which it ended.</param>
    public sealed record ObjectionUpheld(LocalDate On) : RetentionStep;

    /// <summary>The rule came into force while the one before it still kept the data.</summary>
    /// <param name="On">The first day on which it applies.</param>
    public sealed record InForceFrom(LocalDate On) : RetentionStep;

    /// <summary>The rule in force from a day on would have let the data go before; what was in force until then did not.</summary>
    /// <param name="Day">The first day on which they are free.</param>
    public sealed record NotBefore(LocalDate Day) : RetentionStep;

    /// <summary>Nothing went while a suspension ran.</summary>
    /// <param name="Kind">What suspended, last.</param>
    /// <param name="LastDay">The last day on which nothing went, or <see langword="null"/> while it runs.</param>
    public sealed record Suspended(SuspensionKind Kind, LocalDate? LastDay) : RetentionStep;
}
