using NodaTime;

namespace GdprKit;

/// <summary>
/// What is known about one item (a row, an invoice, a contact) on which retention rules are to be applied: which activities hold
/// it, what happened when, which consents stand, and what suspends its disposal.
/// </summary>
/// <remarks>All dates are days in the controller's zone. Immutable. Safe for use by several threads.</remarks>
public sealed record RetentionFacts
{
    /// <summary>
    /// The day that stands for no day: 1 January of the year 1, which .NET writes into a date that nobody has set, and databases
    /// into one that lies infinitely far back. An event on it, or before it, did not happen as far as anybody knows.
    /// </summary>
    public static LocalDate NoDay => default;

    /// <summary>
    /// The activities that apply to the item. An activity holds data only of people it applies to: no invoice, no keeping of invoices.
    /// </summary>
    public ValueList<Key<ProcessingActivity>> Activities { get; init; } = [];

    /// <summary>What happened on which day; several of one kind, in any order. Birth is an event too.</summary>
    public ValueList<EventOccurrence> Events { get; init; } = [];

    /// <summary>The consents that were given, at most one per activity. A consent that is not listed is unknown.</summary>
    public ValueList<ConsentStanding> Consents { get; init; } = [];

    /// <summary>The objections that ended an activity, at most one per activity. What is not listed was not objected to, or weighs less.</summary>
    public ValueList<UpheldObjection> Objections { get; init; } = [];

    /// <summary>What forbids that the item goes, in any order; may overlap.</summary>
    public ValueList<RetentionSuspension> Suspensions { get; init; } = [];

    /// <summary>The last day on which an event happened, or <see langword="null"/> when it is not known to have happened.</summary>
    /// <param name="kind">The kind of event.</param>
    public LocalDate? LastOf(Key<RetentionEvent> kind)
    {
        LocalDate? last = null;
        foreach (var occurrence in Events)
        {
            if (occurrence.Event == kind && occurrence.On is { } on && on > NoDay && (last is null || on > last))
            {
                last = on;
            }
        }

        return last;
    }

    internal bool Applies(Key<ProcessingActivity> activity) => Activities.Contains(activity);

    internal UpheldObjection? ObjectionTo(Key<ProcessingActivity> activity) => Objections.FirstOrDefault(objection => objection.Activity == activity);

    internal ConsentStanding? ConsentTo(Key<ProcessingActivity> activity) => Consents.FirstOrDefault(consent => consent.Activity == activity);
}
