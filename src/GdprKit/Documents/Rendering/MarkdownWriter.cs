using System.Text;

namespace GdprKit.Documents;

/// <summary>Writes a document as CommonMark with the tables of GFM.</summary>
internal sealed class MarkdownWriter
{
    // A backslash at the end of a line breaks it; a table has one line per row.
    private const string HardBreak = "\\\n";

    private const string BreakInCell = "; ";

    private readonly StringBuilder _markdown = new();

    private MarkdownWriter()
    {
    }

    public static string Write(Document document)
    {
        var writer = new MarkdownWriter();
        writer.WriteHeading(document.Title, 1);
        writer.WriteBlocks(document.Introduction, "");
        foreach (var section in document.Sections)
        {
            writer.WriteSection(section, 2);
        }

        if (!document.Closing.IsEmpty)
        {
            writer.WriteBlock("---");
            writer.WriteBlocks(document.Closing, "");
        }

        return writer._markdown.ToString().TrimEnd('\n') + "\n";
    }

    private void WriteSection(DocumentSection section, int level)
    {
        WriteHeading(section.Heading, level);
        WriteBlocks(section.Blocks, "");
        foreach (var part in section.Sections)
        {
            WriteSection(part, level + 1);
        }
    }

    private void WriteHeading(string heading, int level) =>
        WriteBlock($"{new string('#', level)} {MarkdownText.Escape(heading)}");

    private void WriteBlocks(ValueList<DocumentBlock> blocks, string prefix)
    {
        var last = blocks.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            if (blocks[i] is DocumentBlock.Callout callout)
            {
                WriteBlocks(callout.Blocks, $"{prefix}> ");
                Separate(i < last ? prefix : "");
                continue;
            }

            WriteBlock(TextOf(blocks[i]), prefix, i < last ? prefix : null);
        }
    }

    private static string TextOf(DocumentBlock block) => block switch
    {
        DocumentBlock.Paragraph paragraph => MarkdownText.Line(paragraph.Text, HardBreak),
        DocumentBlock.BulletList list => string.Join('\n', list.Items.Select(item => Point(MarkdownText.Line(item, HardBreak)))),
        DocumentBlock.DefinitionList list => string.Join('\n', list.Definitions.Select(Definition)),
        DocumentBlock.Table table => Table(table),
        _ => "",
    };

    private static string Definition(Definition definition)
    {
        var term = $"**{MarkdownText.Escape(definition.Term.ToString().Trim())}:**";
        return Point(string.Join(HardBreak, definition.Descriptions.Select(description => MarkdownText.Line(description, HardBreak)).Prepend(term)));
    }

    private static string Point(string text) => $"- {text.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    private static string Table(DocumentBlock.Table table)
    {
        var rows = table.Rows.Select(row => Row(row.Select(cell => MarkdownText.Line(cell, BreakInCell))));
        return string.Join('\n', [
            $"**{MarkdownText.Escape(table.Caption)}**",
            "",
            Row(table.Headers.Select(MarkdownText.Escape)),
            Row(table.Headers.Select(_ => "---")),
            .. rows,
        ]);
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private void WriteBlock(string text, string prefix = "", string? separator = null)
    {
        foreach (var line in text.Split('\n'))
        {
            _markdown.Append($"{prefix}{line}".TrimEnd(' ')).Append('\n');
        }

        Separate(separator ?? "");
    }

    private void Separate(string prefix) => _markdown.Append(prefix.TrimEnd(' ')).Append('\n');
}
