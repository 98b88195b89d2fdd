using NodaTime;

namespace GdprKit.Notices;

/// <summary>That a reminder could not be handed over now. The person stays told.</summary>
internal sealed record ReminderDeferred
{
    public required MailFault Fault { get; init; }

    public required Instant At { get; init; }

    /// <summary>When it is tried again; <see langword="null"/> when it is given up.</summary>
    public Instant? RetryAt { get; init; }
}
