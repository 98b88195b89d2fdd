namespace GdprKit.Documents;

public sealed partial record Document
{
    /// <summary>
    /// The document as a whole HTML page: no script, nothing loaded from elsewhere, its style in one element whose hash is
    /// <see cref="DocumentStyle.ContentSecurityPolicyHash"/>.
    /// </summary>
    /// <param name="translations">Where the document can be read in other languages; the page links to them at its top.</param>
    public string ToHtml(params ReadOnlySpan<DocumentTranslation> translations) => HtmlPage.Write(this, translations);

    /// <summary>
    /// The document as an HTML <c>article</c>, to stand in a page of the host. Its classes begin with <c>gdprkit</c>;
    /// <see cref="DocumentStyle.Css"/> dresses them, the host's own style sheet may do so instead.
    /// </summary>
    /// <param name="headingLevel">The level of the title: 1 when the page has no other, else 2, the default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is neither 1 nor 2.</exception>
    public string ToHtmlFragment(int headingLevel = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(headingLevel, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(headingLevel, 2);
        return HtmlPage.WriteFragment(this, headingLevel);
    }

    /// <summary>The document as Markdown: CommonMark with the tables of GitHub.</summary>
    public string ToMarkdown() => MarkdownWriter.Write(this);

    /// <summary>The document as plain text, for a mail or a letter: no marks, and the address of every link to a page written out.</summary>
    public string ToPlainText() => PlainTextWriter.Write(this);

    /// <summary>The document as indented JSON.</summary>
    /// <remarks>
    /// <para>
    /// The shape, which is only ever added to: <c>{ title, language, introduction: [block], sections: [section], closing: [block] }</c>;
    /// a section is <c>{ id, heading, requirements: [id], blocks: [block], sections: [section] }</c>.
    /// </para>
    /// <para>
    /// A block has a <c>type</c>, <c>requirements</c>, and what belongs to its type: <c>paragraph</c> a <c>text</c>;
    /// <c>bulletList</c> its <c>items</c>, each a text; <c>definitionList</c> its <c>definitions</c>,
    /// <c>[{ term: text, descriptions: [text], requirements: [id] }]</c>; <c>table</c> a <c>caption</c>, <c>headers</c>,
    /// <c>hasRowHeaders</c> and <c>rows</c>, each an array of texts; <c>chart</c> a <c>caption</c>, <c>unit</c>, <c>categoryHeading</c>,
    /// <c>isHorizontal</c>, <c>categories</c>, each a string, and <c>series</c>, <c>[{ name, values: [number] }]</c>, a whole number for
    /// every category; <c>callout</c> its <c>blocks</c>.
    /// </para>
    /// <para>
    /// A text is an array of pieces: <c>{ type: "text" | "strong" | "code", value }</c>, <c>{ type: "link", value, target }</c>,
    /// <c>{ type: "lineBreak" }</c>, <c>{ type: "blank" }</c>. What is empty is an empty array, never left out.
    /// </para>
    /// </remarks>
    public string ToJson() => JsonWriter.Write(this);

    /// <summary>Reads a document that was written as JSON, so that a text that was published is shown as it was.</summary>
    /// <param name="utf8Json">What <see cref="ToJson"/> wrote, in UTF-8.</param>
    /// <returns>The same document, but for <see cref="ContentsHeading"/>, which belongs to the form.</returns>
    /// <exception cref="FormatException">GDPR1016: it is no document, or one that a newer version wrote.</exception>
    public static Document FromJson(ReadOnlySpan<byte> utf8Json) => DocumentReader.Read(utf8Json);
}
