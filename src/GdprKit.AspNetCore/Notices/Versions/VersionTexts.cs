using System.Globalization;
using GdprKit.Documents;
using NodaTime;

namespace GdprKit;

/// <summary>What stands around a version that was published: when it held, and what has changed since.</summary>
internal static class VersionTexts
{
    public static DocumentBlock Place(NoticeVersion version, Language language)
    {
        var isDutch = language == Language.Dutch;
        var held = version.EffectiveUntil is { } until
            ? isDutch ? $"Deze tekst gold van {Day(version.EffectiveFrom)} tot {Day(until)}. " : $"This text held from {Day(version.EffectiveFrom)} until {Day(until)}. "
            : isDutch ? $"Deze tekst geldt vanaf {Day(version.EffectiveFrom)}. " : $"This text holds from {Day(version.EffectiveFrom)}. ";
        return new DocumentBlock.Callout([new DocumentBlock.Paragraph(
            [held, new Inline.Link(isDutch ? "Wat is er sindsdien veranderd?" : "What has changed since?", new Uri($"{language}/changes", UriKind.Relative))])]);
    }

    public static Document Changes(ValueList<RegisterChange> changes, Language language)
    {
        var isDutch = language == Language.Dutch;
        DocumentBlock block = changes.IsEmpty
            ? new DocumentBlock.Paragraph(isDutch ? "Er is niets veranderd." : "Nothing has changed.")
            : new DocumentBlock.BulletList(changes.Select(change => (InlineText)change.In(isDutch ? Language.Dutch : Language.English)).ToValueList());
        return new Document(isDutch ? "Wat is er sinds deze tekst veranderd?" : "What has changed since this text?", language, []) { Introduction = [block] };
    }

    private static string Day(Instant instant) => instant.InUtc().Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
