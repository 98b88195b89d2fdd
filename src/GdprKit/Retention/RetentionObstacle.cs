using NodaTime;

namespace GdprKit;

/// <summary>Why a retention rule gives no day on which data may go. They are kept.</summary>
public abstract record RetentionObstacle
{
    private RetentionObstacle()
    {
    }

    /// <summary>Why somebody must look at it; <see langword="null"/> when it is meant to be so.</summary>
    public abstract UnresolvedReason? Reason { get; }

    /// <summary>Whether somebody must look at it: otherwise the data would be kept for ever, and nobody would know.</summary>
    public bool NeedsAttention => Reason is not null;

    /// <summary>The item has no date for any of the events from which the period could run.</summary>
    /// <param name="Events">The events, the fallback last.</param>
    public sealed record DateMissing(ValueList<Key<RetentionEvent>> Events) : RetentionObstacle
    {
        /// <inheritdoc/>
        public override UnresolvedReason? Reason => UnresolvedReason.DateMissing;
    }

    /// <summary>The period ends after the year 9999, which is where dates end.</summary>
    /// <param name="Event">The event from which it runs.</param>
    /// <param name="On">The day on which that happened.</param>
    public sealed record BeyondCalendar(Key<RetentionEvent> Event, LocalDate On) : RetentionObstacle
    {
        /// <inheritdoc/>
        public override UnresolvedReason? Reason => UnresolvedReason.BeyondCalendar;
    }

    /// <summary>The consent stands.</summary>
    public sealed record ConsentStands : RetentionObstacle
    {
        /// <inheritdoc/>
        public override UnresolvedReason? Reason => null;
    }

    /// <summary>Nothing is known of the consent on which the activity rests.</summary>
    public sealed record ConsentUnknown : RetentionObstacle
    {
        /// <inheritdoc/>
        public override UnresolvedReason? Reason => UnresolvedReason.ConsentUnknown;
    }

    /// <summary>The rule has no end, for a written reason.</summary>
    public sealed record Indefinite : RetentionObstacle
    {
        /// <inheritdoc/>
        public override UnresolvedReason? Reason => null;
    }

    /// <summary>The rule that kept the data is no longer in force, and no other took its place.</summary>
    /// <param name="From">The first day without a rule.</param>
    public sealed record NoRuleInForce(LocalDate From) : RetentionObstacle
    {
        /// <inheritdoc/>
        public override UnresolvedReason? Reason => UnresolvedReason.NoRuleInForce;
    }
}
