using GdprKit.Documents;
using NodaTime;

namespace GdprKit;

/// <summary>What stands around a version that was published: when it held, and what has changed since.</summary>
internal static class VersionTexts
{
    /// <summary>When it held, in the days of the controller.</summary>
    /// <param name="version">The version.</param>
    /// <param name="language">The language of the text.</param>
    /// <param name="zone">The controller's.</param>
    public static DocumentBlock Place(NoticeVersion version, Language language, DateTimeZone zone)
    {
        var words = new VersionWords(language, zone);
        var people = version.Audience is NoticeAudience.Own own ? $"/{own.People}" : "";
        InlineText line = version.EffectiveUntil is null
            ? [new Inline.Text(words.HoldsSince(version))]
            :
            [
                new Inline.Text(version.EffectiveUntil > version.EffectiveFrom ? words.TextHeld(version) : words.NeverHeld),
                new Inline.Text(" "),
                new Inline.Link(words.WhatChanged, new Uri($"{language}/changes", UriKind.Relative)),
                new Inline.Text(" "),
                new Inline.Link(words.ReadPresent, new Uri($"../../{language}{people}", UriKind.Relative)),
            ];
        return new DocumentBlock.Callout([new DocumentBlock.Paragraph(line)]);
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
