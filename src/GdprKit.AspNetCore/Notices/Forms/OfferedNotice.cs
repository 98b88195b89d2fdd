namespace GdprKit;

/// <summary>The text of a privacy notice that a form offers: the one that holds where a version was published, else what the register says.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Audience">Whose notice it is.</param>
/// <param name="Language">The language of the text.</param>
/// <param name="Text">The digest of the text (<see cref="NoticeText.Digest"/>, <see cref="PrivacyNotice.Digest"/>).</param>
/// <param name="Version">The version that it belongs to (<see cref="NoticeVersion.Digest"/>); <see langword="null"/> where nothing was published yet, and then nothing can be recorded of it.</param>
public sealed record OfferedNotice(NoticeAudience Audience, Language Language, Digest Text, Digest? Version)
{
    /// <summary>The digest of the text.</summary>
    public override string ToString() => Text.ToString();
}
