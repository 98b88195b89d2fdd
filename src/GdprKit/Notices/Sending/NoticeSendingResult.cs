using NodaTime;

namespace GdprKit;

/// <summary>What came of telling people of a version, and when there is more to do.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record NoticeSendingResult
{
    /// <summary>How many mails were handed over.</summary>
    public long Sent { get; init; }

    /// <summary>How many of them were reminders.</summary>
    public long Reminded { get; init; }

    /// <summary>How many people turned out to be unreachable.</summary>
    public long Unreachable { get; init; }

    /// <summary>How many mails could not be handed over now and are tried again.</summary>
    public long Deferred { get; init; }

    /// <summary>How many mails failed because code of the application did: its template, links or transport. They count among the others too.</summary>
    public long Failures { get; init; }

    /// <summary>When there is more to do; <see langword="null"/> when nobody waits. People who come later are found by the next call all the same.</summary>
    public Instant? NextAt { get; init; }

    /// <summary>Whether another instance is at it, so that this one did nothing, or did not finish.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Why no mail can go at all now; <see langword="null"/> when mails go.</summary>
    public Notices.MailFault? Stalled { get; init; }

    /// <summary>The numbers.</summary>
    public override string ToString() => $"{Sent} sent, {Unreachable} unreachable, {Deferred} deferred";
}
