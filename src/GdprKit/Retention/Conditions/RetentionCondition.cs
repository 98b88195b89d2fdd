using NodaTime;

namespace GdprKit;

/// <summary>
/// Which items have reached the end of their period on a day, or will never reach it, as a condition on the dates that they hold.
/// Because the dates that it compares with are constants, a database finds the items with one statement and an index.
/// </summary>
/// <remarks>
/// <para>
/// "Event plus period is not after today" becomes "event is not after the cutoff", where the cutoff is the largest date whose end is
/// due. It is found by searching, not by taking the period from today: a month after both 28 and 31 January ends on 28 February, and
/// subtracting forgets one of them. That works for every shape of period, because no end moves back when its event moves forward.
/// </para>
/// <para>
/// Suspensions are no part of it: they belong into the same statement. A date that is missing, or is
/// <see cref="RetentionFacts.NoDay"/>, lies on no day. Immutable. Safe for use by several threads.
/// </para>
/// </remarks>
public abstract record RetentionCondition
{
    private RetentionCondition()
    {
    }

    /// <summary>Whether an item meets the condition: what a statement made of it must say of the item's row.</summary>
    /// <param name="facts">What is known of the item.</param>
    public abstract bool IsMetBy(RetentionFacts facts);

    /// <summary>No item at all.</summary>
    public sealed record NothingDue : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts) => false;
    }

    /// <summary>The last of some events, or else the fallback, fell on the cutoff or before it.</summary>
    /// <param name="Events">The events; the last that happened counts.</param>
    /// <param name="Fallback">The event that counts when none of them happened, or <see langword="null"/>.</param>
    /// <param name="LastDay">The cutoff: the last day that is due.</param>
    public sealed record Through(ValueList<Key<RetentionEvent>> Events, Key<RetentionEvent>? Fallback, LocalDate LastDay) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts) => DayOf(facts) <= LastDay;

        internal LocalDate? DayOf(RetentionFacts facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            return Events.Select(facts.LastOf).Max() ?? (Fallback is { } fallback ? facts.LastOf(fallback) : null);
        }
    }

    /// <summary>Several ends of which the latest counts: all whose event happened are due, and there is one at least.</summary>
    /// <param name="Ends">
    /// The condition for each end; its cutoff is <see cref="RetentionFacts.NoDay"/> where nothing can be due yet.
    /// </param>
    public sealed record LatestThrough(ValueList<Through> Ends) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts)
        {
            var happened = Ends.Where(end => end.DayOf(facts) is not null).ToList();
            return happened.Count > 0 && happened.TrueForAll(end => end.IsMetBy(facts));
        }
    }

    /// <summary>A consent was given, and ended on the cutoff or before it.</summary>
    /// <param name="Activity">The activity that rests on the consent.</param>
    /// <param name="LastDay">The last day that is due.</param>
    public sealed record ConsentEnded(Key<ProcessingActivity> Activity, LocalDate LastDay) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            return facts.ConsentTo(Activity)?.End <= LastDay;
        }
    }

    /// <summary>An objection ended an activity on the cutoff or before it.</summary>
    /// <param name="Activity">The activity.</param>
    /// <param name="LastDay">The last day that is due.</param>
    public sealed record ObjectionUpheld(Key<ProcessingActivity> Activity, LocalDate LastDay) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            return facts.ObjectionTo(Activity)?.End <= LastDay;
        }
    }

    /// <summary>An activity applies to the item.</summary>
    /// <param name="Activity">The activity.</param>
    public sealed record Applies(Key<ProcessingActivity> Activity) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            return facts.Applies(Activity);
        }
    }

    /// <summary>An activity does not apply to the item.</summary>
    /// <param name="Activity">The activity.</param>
    public sealed record DoesNotApply(Key<ProcessingActivity> Activity) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            return !facts.Applies(Activity);
        }
    }

    /// <summary>None of some events is known to have happened.</summary>
    /// <param name="Events">The events, one or more.</param>
    public sealed record NoneOf(ValueList<Key<RetentionEvent>> Events) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            return Events.All(happened => facts.LastOf(happened) is null);
        }
    }

    /// <summary>Nothing is known of a consent.</summary>
    /// <param name="Activity">The activity that rests on the consent.</param>
    public sealed record ConsentUnknown(Key<ProcessingActivity> Activity) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            return facts.ConsentTo(Activity) is null;
        }
    }

    /// <summary>A condition is not met.</summary>
    /// <param name="Condition">The condition.</param>
    public sealed record Not(RetentionCondition Condition) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts) => !Condition.IsMetBy(facts);
    }

    /// <summary>Every one of several conditions.</summary>
    /// <param name="Conditions">The conditions, two or more.</param>
    public sealed record AllOf(ValueList<RetentionCondition> Conditions) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts) => Conditions.All(condition => condition.IsMetBy(facts));
    }

    /// <summary>
    /// At least one of several conditions: for example one for each version of a rule whose law changed, each about what that version
    /// lets go.
    /// </summary>
    /// <param name="Conditions">The conditions, two or more.</param>
    public sealed record AnyOf(ValueList<RetentionCondition> Conditions) : RetentionCondition
    {
        /// <inheritdoc/>
        public override bool IsMetBy(RetentionFacts facts) => Conditions.Any(condition => condition.IsMetBy(facts));
    }
}
