namespace GdprKit.Documents;

/// <summary>Writes a document as CommonMark with the tables of GFM.</summary>
internal sealed class MarkdownWriter(Language language)
{
    // A backslash at the end of a line breaks it; a row of a table has one line.
    private const string HardBreak = "\\\n";

    private const string BreakInCell = "; ";

    private const string BetweenBlocks = "\n\n";

    public static string Write(Document document) => new MarkdownWriter(document.Language).WriteDocument(document);

    private string WriteDocument(Document document)
    {
        var closing = document.Closing.Select(TextOf);
        return string.Join(BetweenBlocks, [
            Heading(document.Title, 1),
            .. document.Introduction.Select(TextOf),
            .. document.Sections.SelectMany(section => Section(section, 2)),
            .. document.Closing.IsEmpty ? closing : closing.Prepend("---"),
        ]) + "\n";
    }

    private IEnumerable<string> Section(DocumentSection section, int level) =>
    [
        Heading(section.Heading, level),
        .. section.Blocks.Select(TextOf),
        .. section.Sections.SelectMany(part => Section(part, level + 1)),
    ];

    private static string Heading(string heading, int level) => $"{new string('#', level)} {MarkdownText.Escape(heading)}";

    private string TextOf(DocumentBlock block) => block switch
    {
        DocumentBlock.Paragraph paragraph => MarkdownText.Line(paragraph.Text, HardBreak),
        DocumentBlock.BulletList list => string.Join('\n', list.Items.Select(item => Point(MarkdownText.Line(item, HardBreak)))),
        DocumentBlock.DefinitionList list => string.Join('\n', list.Definitions.Select(Definition)),
        DocumentBlock.Table table => Table(table),
        DocumentBlock.Chart chart => Table(ChartTable.Of(chart, language)),
        DocumentBlock.Callout callout => Quoted(string.Join(BetweenBlocks, callout.Blocks.Select(TextOf))),
        _ => "",
    };

    private static string Definition(Definition definition)
    {
        var term = MarkdownText.Escape(definition.Term.ToString().Trim());
        var lines = definition.Descriptions.Select(description => MarkdownText.Line(description, HardBreak)).ToList();
        var separator = lines.Count == 1 && !lines[0].Contains('\n', StringComparison.Ordinal) ? " " : HardBreak;
        return Point(string.Join(separator, [$"**{term}{(term is [.., '?' or '!' or '.' or ':'] ? "" : ":")}**", string.Join(HardBreak, lines)]));
    }

    private static string Point(string text) => $"- {text.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    private static string Quoted(string text) => string.Join('\n', text.Split('\n').Select(line => $"> {line}".TrimEnd(' ')));

    private static string Table(DocumentBlock.Table table) => string.Join('\n', [
        $"**{MarkdownText.Escape(table.Caption)}**",
        "",
        Row(table.Headers.Select(MarkdownText.Escape)),
        Row(table.Headers.Select(_ => "---")),
        .. table.Rows.Select(row => Row(row.Select(cell => MarkdownText.Line(cell, BreakInCell)))),
    ]);

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
