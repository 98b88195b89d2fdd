namespace GdprKit;

/// <summary>The text of a version in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Digest">The digest of the text: that of the <see cref="PrivacyNotice"/> it was published from.</param>
public sealed record NoticeText(Language Language, Digest Digest);
