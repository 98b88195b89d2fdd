using NodaTime;

namespace GdprKit;

/// <summary>When a retention period ends.</summary>
public abstract record RetentionTerm
{
    private RetentionTerm()
    {
    }

    /// <summary>
    /// A period after an event: first the anchor is taken, then the period is added ("7 years after the end of the calendar
    /// year of the invoice").
    /// </summary>
    public sealed record After : RetentionTerm
    {
        /// <summary>The events that count; the last one that happened starts the period. Ordered by key.</summary>
        public required ValueList<Key<RetentionEvent>> Events { get; init; }

        /// <summary>The event used when none of <see cref="Events"/> happened, or <see langword="null"/>: then the data are kept and reported.</summary>
        public Key<RetentionEvent>? Fallback { get; init; }

        /// <summary>From which day, seen from the event, the period runs.</summary>
        public required RetentionAnchor Anchor { get; init; }

        /// <summary>How long: years, months, weeks and days. Zero ends with the anchor itself.</summary>
        public required Period Period { get; init; }
    }

    /// <summary>The latest of several ends; an end whose event did not happen does not count.</summary>
    /// <param name="Terms">The ends, two or more.</param>
    public sealed record LatestOf(ValueList<After> Terms) : RetentionTerm;

    /// <summary>Until the person completes a year of life: the birthday itself is the first day free.</summary>
    /// <param name="BirthDate">The event that is the person's birth.</param>
    /// <param name="Age">The age in years.</param>
    public sealed record UntilAge(Key<RetentionEvent> BirthDate, int Age) : RetentionTerm;

    /// <summary>As long as consent stands; only where consent is the basis.</summary>
    public sealed record WhileConsentStands : RetentionTerm;

    /// <summary>Without end.</summary>
    /// <param name="Reason">Why no period can be given; people read it in the notice.</param>
    public sealed record Indefinitely(LocalizedText Reason) : RetentionTerm;
}
