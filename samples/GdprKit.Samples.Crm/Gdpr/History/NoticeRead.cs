namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>Somebody ticked that they read the privacy notice. It is no consent, and nothing depends on it.</summary>
/// <param name="Notice">The digest of the text that was offered; the text itself is kept as content.</param>
/// <param name="Language">Its language.</param>
/// <param name="Label">The digest of the exact words beside the box, which are kept as content too.</param>
public sealed record NoticeRead(Digest Notice, Language Language, Digest Label);
