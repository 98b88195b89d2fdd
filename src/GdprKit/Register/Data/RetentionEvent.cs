namespace GdprKit;

/// <summary>
/// Something that happens on a day and from which a retention period can run: an invoice, the last purchase, the end of a membership.
/// </summary>
public sealed record RetentionEvent : IDeclaration<RetentionEvent>
{
    /// <inheritdoc/>
    public required Key<RetentionEvent> Key { get; init; }

    /// <summary>
    /// The event as it stands in the sentence "kept until 2 years after …", with its article: "je laatste aankoop", "your last purchase";
    /// "de factuur", "the invoice".
    /// </summary>
    public required LocalizedText Label { get; init; }

    /// <summary>
    /// What counts as this event and what does not, in one sentence, or <see langword="null"/>. Worth writing for activity
    /// of a person: opening a mail is not activity, logging in or ordering is.
    /// </summary>
    public LocalizedText? Description { get; init; }
}
