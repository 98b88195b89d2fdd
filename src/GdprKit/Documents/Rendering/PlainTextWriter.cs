namespace GdprKit.Documents;

/// <summary>Writes a document as plain text, as a mail or a letter holds it: no marks, and every address written out.</summary>
internal sealed class PlainTextWriter(Language language)
{
    private const string BetweenBlocks = "\n\n";

    public static string Write(Document document) => new PlainTextWriter(document.Language).WriteDocument(document);

    private string WriteDocument(Document document) => string.Join(BetweenBlocks, [
        Heading(document.Title, '='),
        .. document.Introduction.Select(TextOf),
        .. document.Sections.SelectMany(Section),
        .. document.Closing.Select(TextOf),
    ]) + "\n";

    private IEnumerable<string> Section(DocumentSection section) =>
        [Heading(section.Heading, '-'), .. section.Blocks.Select(TextOf), .. section.Sections.SelectMany(Section)];

    private static string Heading(string heading, char line) => $"{heading}\n{new string(line, Math.Min(heading.Length, 70))}";

    private string TextOf(DocumentBlock block) => block switch
    {
        DocumentBlock.Paragraph paragraph => Line(paragraph.Text),
        DocumentBlock.BulletList list => string.Join('\n', list.Items.Select(item => Point(Line(item)))),
        DocumentBlock.DefinitionList list => string.Join('\n', list.Definitions.Select(each =>
            Point($"{Line(each.Term).TrimEnd(':')}: {string.Join('\n', each.Descriptions.Select(Line))}"))),
        DocumentBlock.Table table => Table(table),
        DocumentBlock.Chart chart => Table(ChartTable.Of(chart, language)),
        DocumentBlock.Callout callout => string.Join('\n', string.Join(BetweenBlocks, callout.Blocks.Select(TextOf)).Split('\n').Select(line => $"    {line}".TrimEnd())),
        _ => "",
    };

    private static string Table(DocumentBlock.Table table) => string.Join('\n', [
        table.Caption,
        .. table.Rows.Select(row => Point(string.Join("; ", row.Select((cell, column) => $"{table.Headers[column]}: {Line(cell).Replace('\n', ' ')}")))),
    ]);

    private static string Point(string text) => $"- {text.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    private static string Line(InlineText text) => string.Concat(text.Select(piece => piece switch
    {
        Inline.Text plain => plain.Value,
        Inline.Strong strong => strong.Value,
        Inline.Code code => code.Value,
        Inline.Link link when link.Target.IsAbsoluteUri && link.Target.Scheme is "http" or "https" && link.Label != link.Address => $"{link.Label}: {link.Address}",
        Inline.Link link => link.Label,
        Inline.LineBreak => "\n",
        Inline.Blank => "________",
        _ => " ",
    }));
}
