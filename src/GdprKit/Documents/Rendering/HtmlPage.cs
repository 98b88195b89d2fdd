namespace GdprKit.Documents;

/// <summary>Writes a document as a page of its own, or as an article in somebody else's page.</summary>
internal static class HtmlPage
{
    // Section ids hold no double hyphen, so none of these can be one.
    private const string TitleId = "document--title";

    private const string ContentsId = "document--contents";

    public static string Write(Document document, ReadOnlySpan<DocumentTranslation> translations)
    {
        var html = new HtmlText(document.Language)
            .Line("<!DOCTYPE html>")
            .Line($"<html lang=\"{document.Language}\">")
            .Line("<head>")
            .Line("<meta charset=\"utf-8\">")
            .Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Line("<meta name=\"color-scheme\" content=\"light dark\">")
            .Line($"<title>{HtmlText.Encode(document.Title)}</title>")
            .Line($"<style>{DocumentStyle.Css}</style>");
        foreach (var translation in translations)
        {
            html.Line($"<link rel=\"alternate\" hreflang=\"{translation.Language}\" href=\"{HtmlText.Encode(translation.Address)}\">");
        }

        html.Line("</head>").Line("<body class=\"gdprkit\">");
        WriteHeader(html, document, 1, translations);
        WriteContents(html, document, 2);
        html.Line("<main>");
        WriteSections(html, document, 2);
        html.Line("</main>");
        WriteClosing(html, document);
        return html.Line("</body>").Line("</html>").ToString();
    }

    public static string WriteFragment(Document document, int headingLevel)
    {
        var html = new HtmlText(document.Language).Line($"<article class=\"gdprkit\" lang=\"{document.Language}\" aria-labelledby=\"{TitleId}\">");
        WriteHeader(html, document, headingLevel, []);
        WriteContents(html, document, headingLevel + 1);
        WriteSections(html, document, headingLevel + 1);
        WriteClosing(html, document);
        return html.Line("</article>").ToString();
    }

    private static void WriteTranslations(HtmlText html, ReadOnlySpan<DocumentTranslation> translations)
    {
        if (translations.IsEmpty)
        {
            return;
        }

        html.Line("<p class=\"translations\">");
        foreach (var translation in translations)
        {
            var language = translation.Language;
            html.Line($"<a href=\"{HtmlText.Encode(translation.Address)}\" hreflang=\"{language}\" lang=\"{language}\">{HtmlText.Encode(language.Endonym)}</a>");
        }

        html.Line("</p>");
    }

    private static void WriteHeader(HtmlText html, Document document, int level, ReadOnlySpan<DocumentTranslation> translations)
    {
        html.Line("<header>");
        WriteTranslations(html, translations);
        html.Line($"<h{level} id=\"{TitleId}\">{HtmlText.Encode(document.Title)}</h{level}>");
        HtmlBlocks.Write(html, document.Introduction);
        html.Line("</header>");
    }

    private static void WriteContents(HtmlText html, Document document, int level)
    {
        if (document.ContentsHeading is null)
        {
            return;
        }

        html.Line($"<nav aria-labelledby=\"{ContentsId}\">")
            .Line($"<h{level} id=\"{ContentsId}\">{HtmlText.Encode(document.ContentsHeading)}</h{level}>")
            .Line("<ol>");
        foreach (var section in document.Sections)
        {
            html.Line($"<li><a href=\"#{section.Id}\">{HtmlText.Encode(section.Heading)}</a></li>");
        }

        html.Line("</ol>").Line("</nav>");
    }

    private static void WriteSections(HtmlText html, Document document, int level)
    {
        foreach (var section in document.Sections)
        {
            WriteSection(html, section, level, $" aria-labelledby=\"{section.Id}--heading\"");
        }
    }

    // A label makes a section a landmark. The sections of the contents are that; one for each of their parts would be no help.
    private static void WriteSection(HtmlText html, DocumentSection section, int level, string label = "")
    {
        html.Line($"<section id=\"{section.Id}\"{label}{HtmlText.Item(section.Requirements)}>")
            .Line($"<h{level} id=\"{section.Id}--heading\">{HtmlText.Encode(section.Heading)}</h{level}>");
        HtmlBlocks.Write(html, section.Blocks);
        foreach (var part in section.Sections)
        {
            WriteSection(html, part, level + 1);
        }

        html.Line("</section>");
    }

    private static void WriteClosing(HtmlText html, Document document)
    {
        if (document.Closing.IsEmpty)
        {
            return;
        }

        html.Line("<footer>");
        HtmlBlocks.Write(html, document.Closing);
        html.Line("</footer>");
    }
}
