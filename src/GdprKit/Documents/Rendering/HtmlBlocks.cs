namespace GdprKit.Documents;

/// <summary>Writes blocks as HTML.</summary>
internal static class HtmlBlocks
{
    public static void Write(HtmlText html, ValueList<DocumentBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Write(html, block);
        }
    }

    private static void Write(HtmlText html, DocumentBlock block)
    {
        var item = HtmlText.Item(block.Requirements);
        switch (block)
        {
            case DocumentBlock.Paragraph paragraph:
                html.Markup($"<p{item}>").Inline(paragraph.Text).Line("</p>");
                break;
            case DocumentBlock.BulletList list:
                WriteList(html, list, item);
                break;
            case DocumentBlock.DefinitionList list:
                WriteDefinitions(html, list, item);
                break;
            case DocumentBlock.Table table:
                WriteTable(html, table, item);
                break;
            case DocumentBlock.Chart chart:
                HtmlChart.Write(html, chart, item);
                break;
            case DocumentBlock.Callout callout:
                html.Line($"<div class=\"gdprkit-callout\"{item}>");
                Write(html, callout.Blocks);
                html.Line("</div>");
                break;
        }
    }

    private static void WriteList(HtmlText html, DocumentBlock.BulletList list, string item)
    {
        html.Line($"<ul{item}>");
        foreach (var text in list.Items)
        {
            html.Markup("<li>").Inline(text).Line("</li>");
        }

        html.Line("</ul>");
    }

    private static void WriteDefinitions(HtmlText html, DocumentBlock.DefinitionList list, string item)
    {
        html.Line($"<dl{item}>");
        foreach (var definition in list.Definitions)
        {
            html.Line($"<div{HtmlText.Item(definition.Requirements)}>").Markup("<dt>").Inline(definition.Term).Line("</dt>");
            foreach (var description in definition.Descriptions)
            {
                html.Markup("<dd>").Inline(description).Line("</dd>");
            }

            html.Line("</div>");
        }

        html.Line("</dl>");
    }

    // On a narrow screen the style sheet stacks the cells, each behind its data-label. Browsers take that for the end of the
    // table, and the roles tell a screen reader that it is none.
    private static void WriteTable(HtmlText html, DocumentBlock.Table table, string item)
    {
        html.Line($"<table role=\"table\"{item}>")
            .Line($"<caption>{HtmlText.Encode(table.Caption)}</caption>")
            .Line("<thead role=\"rowgroup\">")
            .Line("<tr role=\"row\">");
        foreach (var header in table.Headers)
        {
            html.Line($"<th role=\"columnheader\" scope=\"col\">{HtmlText.Encode(header)}</th>");
        }

        html.Line("</tr>").Line("</thead>").Line("<tbody role=\"rowgroup\">");
        foreach (var row in table.Rows)
        {
            html.Line("<tr role=\"row\">");
            for (var column = 0; column < row.Count; column++)
            {
                WriteCell(html, table, column, row[column]);
            }

            html.Line("</tr>");
        }

        html.Line("</tbody>").Line("</table>");
    }

    private static void WriteCell(HtmlText html, DocumentBlock.Table table, int column, InlineText text)
    {
        if (column == 0 && table.HasRowHeaders)
        {
            html.Markup("<th role=\"rowheader\" scope=\"row\">").Inline(text).Line("</th>");
        }
        else
        {
            html.Markup($"<td role=\"cell\" data-label=\"{HtmlText.Encode(table.Headers[column])}\">").Inline(text).Line("</td>");
        }
    }
}
