using CsCheck;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace GdprKit.Documents;

public sealed class MarkdownTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    [Fact]
    public void Every_kind_of_block_has_its_form()
    {
        SampleDocument.Create().ToMarkdown().Should().Be("""
            # Title plain

            plain

            ## First plain

            plain **plain** `plain`\
            [plain](https://example.org/?a=1&amp;b=2)

            - plain
            - second

            - **plain:**\
              plain\
              more

            > plain
            >
            > again

            ### Part

            **Caption plain**

            | Data | Why plain |
            | --- | --- |
            | plain | one; plain |

            **Bars plain (rows plain)**

            | Month plain | A plain | B | Total |
            | --- | --- | --- | --- |
            | plain 1 | 1 | 0 | 1 |
            | 2 | 2,000 | 5 | 2,005 |

            ---

            plain

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("# no heading")]
    [InlineData("- no point")]
    [InlineData("+ no point")]
    [InlineData("1. no point")]
    [InlineData("12) no point")]
    [InlineData("1.")]
    [InlineData("1.234.567")]
    [InlineData("> no quotation")]
    [InlineData("--- no rule")]
    [InlineData("*no* _emphasis_ **at** `all`")]
    [InlineData("[no link](https://example.org) ![no image](x)")]
    [InlineData("<b>no</b> <script>html</script> &amp; &lt;")]
    [InlineData("<https://example.org>")]
    [InlineData("no | cell \\| either \\")]
    [InlineData("~~no strike~~ ~~~")]
    [InlineData("``` no fence")]
    [InlineData("=== no underline")]
    [InlineData("trailing #")]
    [InlineData("Look!")]
    public void What_a_user_typed_stays_text_everywhere(string text)
    {
        Same(text);
    }

    [Theory]
    [InlineData(".Field(Key<DataCategory>.Parse(\"name\"), x => x.Home!.City)", true)]
    [InlineData("a || b", false)]
    [InlineData("`a`", false)]
    [InlineData(" a", false)]
    public void Code_stands_as_it_is_typed_where_a_code_span_can_hold_it(string code, bool isSpan)
    {
        var markdown = new Document("Title", Language.English, []) { Introduction = [new DocumentBlock.Table("T", ["A"], [[new Inline.Code(code)]])] }.ToMarkdown();

        markdown.Contains($"`{code}`", StringComparison.Ordinal).Should().Be(isSpan);
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Markdown.ToHtml(markdown, GitHub)).QuerySelector("td")!.TextContent.Should().Be(code.Trim());
    }

    [Fact]
    public void A_link_behind_an_exclamation_mark_is_no_image()
    {
        var document = new Document("Title", Language.English, [])
        {
            Introduction = [new DocumentBlock.Paragraph(["Look!", new Inline.Link("here", new Uri("https://example.org"))])],
        };

        Markdown.ToHtml(document.ToMarkdown()).Should().Contain("<p>Look!<a href=\"https://example.org/\">here</a></p>");
    }

    [Fact]
    public void Any_text_of_punctuation_stays_text_everywhere()
    {
        Gen.String[Gen.Char["!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ a1"], 1, 12]
            .Select(text => $"{text}x".Trim())
            .Sample(Same, iter: 500);
    }

    private static void Same(string text)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Markdown.ToHtml(SampleDocument.Create(text).ToMarkdown(), GitHub));
        var expected = new Inline.Text(text).Value;

        page.QuerySelector("h1")!.TextContent.Should().Be($"Title {expected}");
        page.QuerySelector("h2")!.TextContent.Should().Be($"First {expected}");
        page.QuerySelector("h1 + p")!.TextContent.Should().Be(expected);
        page.QuerySelector("h2 + p > strong")!.TextContent.Should().Be(expected);
        page.QuerySelector("h2 + p")!.TextContent.Should().Contain($"{expected} {expected} {expected}", "code is those characters too");
        page.QuerySelector("h2 + p > a")!.TextContent.Should().Be(expected);
        page.QuerySelector("li > p, li")!.TextContent.Trim().Should().Be(expected);
        page.QuerySelector("blockquote > p")!.TextContent.Should().Be(expected);
        page.QuerySelector("td")!.TextContent.Should().Be(expected);
        page.QuerySelectorAll("hr").Should().ContainSingle("only the closing is ruled off");
    }
}
