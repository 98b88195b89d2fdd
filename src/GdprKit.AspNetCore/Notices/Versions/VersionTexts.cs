using GdprKit.Documents;
using NodaTime;

namespace GdprKit;

/// <summary>What stands around a version that was published: when it held, and what has changed since.</summary>
internal static class VersionTexts
{
    /// <summary>When it held, in the days of the controller.</summary>
    /// <param name="version">The version.</param>
    /// <param name="language">The language of the text.</param>
    /// <param name="zone">The controller's: a version that is announced for a day holds from the first moment of it there.</param>
    public static DocumentBlock Place(NoticeVersion version, Language language, DateTimeZone zone)
    {
        var isDutch = language == Language.Dutch;
        var words = RegisterWording.In(isDutch ? Language.Dutch : Language.English);
        var held = version.EffectiveUntil is { } until
            ? isDutch ? $"Deze tekst gold van {Day(version.EffectiveFrom)} tot {Day(until)}. " : $"This text held from {Day(version.EffectiveFrom)} until {Day(until)}. "
            : isDutch ? $"Deze tekst geldt vanaf {Day(version.EffectiveFrom)}. " : $"This text holds from {Day(version.EffectiveFrom)}. ";
        return new DocumentBlock.Callout([new DocumentBlock.Paragraph(
            [held, new Inline.Link(isDutch ? "Wat is er sindsdien veranderd?" : "What has changed since?", new Uri($"{language}/changes", UriKind.Relative))])]);

        string Day(Instant instant) => words.Date(instant.InZone(zone).Date);
    }

    public static Document Changes(ValueList<RegisterChange> changes, Language language)
    {
        var isDutch = language == Language.Dutch;
        DocumentBlock block = changes.IsEmpty
            ? new DocumentBlock.Paragraph(isDutch ? "Er is niets veranderd." : "Nothing has changed.")
            : new DocumentBlock.BulletList(changes.Select(change => (InlineText)change.In(isDutch ? Language.Dutch : Language.English)).ToValueList());
        return new Document(isDutch ? "Wat is er sinds deze tekst veranderd?" : "What has changed since this text?", language, []) { Introduction = [block] };
    }
}
