using AngleSharp.Html.Parser;

namespace GdprKit.Documents;

public sealed class BlankTests
{
    private static readonly Document Form = new("Form", Language.English, [])
    {
        Introduction =
        [
            new DocumentBlock.Paragraph([new Inline.Blank()]),
            new DocumentBlock.Table("Signatures", ["Name", "Date"], [["Controller", new Inline.Blank()]]),
        ],
    };

    [Fact]
    public void On_a_page_it_is_a_line_without_text()
    {
        var page = new HtmlParser().ParseDocument(Form.ToHtml());

        page.QuerySelectorAll("p > span.gdprkit-blank, td > span.gdprkit-blank").Should().HaveCount(2).And.OnlyContain(blank => blank.TextContent == "");
    }

    [Fact]
    public void In_Markdown_it_is_dots_that_mean_nothing_else()
    {
        var markdown = Form.ToMarkdown();

        markdown.Should().Contain("| Controller | .................... |");
        Markdig.Markdown.ToHtml(markdown).Should().Contain("<p>....................</p>");
    }

    [Fact]
    public void In_JSON_it_is_a_piece_without_a_value() => Form.ToJson().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
        .Should().Contain("""{"type":"blank"}""").And.NotContain("""{"type":"blank","value""");
}
