namespace GdprKit.Notices;

/// <summary>One mail about a privacy notice, as text and as HTML that say the same.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record NoticeMail
{
    /// <summary>
    /// What the mail is known by for ever, <c>id@domain</c> without angle brackets (RFC 5322, 3.6.4): the same when it is handed over again, so that a mail
    /// program shows one.
    /// </summary>
    public required string MessageId { get; init; }

    /// <summary>The address, as the application has it: it may be none at all.</summary>
    public required string To { get; init; }

    /// <summary>The language of the words.</summary>
    public required Language Language { get; init; }

    /// <summary>The subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The mail as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The mail as an HTML page.</summary>
    public required string Html { get; init; }

    /// <summary>The id of the message; address and words are withheld.</summary>
    public override string ToString() => MessageId;
}
