using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>That somebody made something known about consent: who, over what, when. What is needed to ask, to refuse and to withdraw.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public record ConsentSignal
{
    /// <summary>A withdrawal or refusal by the person on the web, now: what a form or a link sends.</summary>
    public static ConsentSignal ByPersonOnline { get; } = new() { By = ConsentActor.Person, Medium = ConsentMedium.Website };

    /// <summary>Who.</summary>
    public required ConsentActor By { get; init; }

    /// <summary>Over what.</summary>
    public required ConsentMedium Medium { get; init; }

    /// <summary>When, where it was not just now, as on paper.</summary>
    /// <value>The default is <see langword="null"/>: when it is recorded. Never in the future.</value>
    public Instant? At { get; init; }

    /// <summary>The id of the form or the message, made before it was sent (<see cref="EntryId.New"/>): who sends it twice records once.</summary>
    /// <value>The default is <see langword="null"/>: every call is recorded.</value>
    public EntryId? Id { get; init; }

    /// <summary>What belongs to it and may identify the person, as the address used; kept apart, and forgotten at an erasure.</summary>
    public EntryDetails? Details { get; init; }

    /// <summary>Who and over what; the rest is withheld.</summary>
    public sealed override string ToString() => $"{By} over {Medium}";
}
