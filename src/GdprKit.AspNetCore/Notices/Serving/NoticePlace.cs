using GdprKit.Documents;
using NodaTime;

namespace GdprKit;

/// <summary>What stands around the text that holds: since when it does, which one will, and which ones did before.</summary>
internal static class NoticePlace
{
    /// <summary>The text with its place among the versions; as it is where nothing is published.</summary>
    public static Document Around(Document text, NoticeOnDisplay shown, NoticeAddress address, DateTimeZone zone)
    {
        var words = new VersionWords(text.Language, zone);
        var above = new List<DocumentBlock>();
        if (shown.Holding is { } holding)
        {
            above.Add(new DocumentBlock.Paragraph(words.HoldsSince(holding)));
        }

        if (shown.Announced is { } announced)
        {
            above.Add(new DocumentBlock.Paragraph(Announcement(announced, shown.Holding, address, words)));
            // What corrects the text that holds says what is new in it; what corrects an announced text does not.
            var news = announced.TellsOf == shown.Holding?.TellsOf ? announced.Summary : announced.News;
            if (news.TryGet(text.Language, out var summary) && !string.IsNullOrWhiteSpace(summary))
            {
                above.Add(new DocumentBlock.Paragraph(summary));
            }
        }

        if (shown.KnownAt is { } knownAt)
        {
            above.Add(new DocumentBlock.Paragraph(words.LastChecked(knownAt)));
        }

        var earlier = shown.Earlier
            .Where(version => version.Texts.Any(each => each.Language == text.Language))
            .Select(version => (InlineText)new Inline.Link(words.Held(version), Of(version, address, text.Language)))
            .ToValueList();
        return text with
        {
            Introduction = above.Count == 0 ? text.Introduction : [new DocumentBlock.Callout(above.ToValueList()), .. text.Introduction],
            Closing = earlier.IsEmpty ? text.Closing : [new DocumentBlock.Paragraph(words.Earlier), new DocumentBlock.BulletList(earlier), .. text.Closing],
        };
    }

    /// <summary>The versions before and after, for machines.</summary>
    public static IEnumerable<string> Versions(NoticeOnDisplay shown, NoticeAddress address, Language language)
    {
        if (shown.Announced is { } announced && announced.Texts.Any(text => text.Language == language))
        {
            yield return $"<{Of(announced, address, language)}>; rel=\"successor-version\"";
        }

        if (shown.Earlier.FirstOrDefault(version => version.Texts.Any(text => text.Language == language)) is { } before)
        {
            yield return $"<{Of(before, address, language)}>; rel=\"predecessor-version\"";
        }
    }

    private static InlineText Announcement(NoticeVersion announced, NoticeVersion? holding, NoticeAddress address, VersionWords words)
    {
        var inlines = new List<Inline> { new Inline.Text(words.WillHold(announced)) };
        if (announced.Texts.Any(text => text.Language == words.Language))
        {
            inlines.AddRange([new Inline.Text(" "), new Inline.Link(words.ReadNow, Of(announced, address, words.Language))]);
        }

        if (holding?.Texts.Any(text => text.Language == words.Language) == true)
        {
            inlines.AddRange([new Inline.Text(" "), new Inline.Link(words.WhatChanges, new Uri($"{Of(holding, address, words.Language)}/changes", UriKind.Relative))]);
        }

        return [.. inlines];
    }

    private static Uri Of(NoticeVersion version, NoticeAddress address, Language language) => new($"{address.Root}/versions/{version.Digest}/{language}", UriKind.Relative);
}
