using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GdprKit.Documents;

public sealed class HtmlTests
{
    private const string Hostile = "<script>alert(1)</script> \" ' & </title></style> <img src=x onerror=alert(1)>";

    [Fact]
    public void A_page_has_one_title_a_language_landmarks_and_contents()
    {
        var page = Page(SampleDocument.Create());

        page.DocumentElement.GetAttribute("lang").Should().Be("en");
        page.QuerySelectorAll("h1").Should().ContainSingle().Which.TextContent.Should().Be("Title plain");
        page.Title.Should().Be("Title plain");
        page.QuerySelectorAll("header, nav, main, footer").Should().HaveCount(4);
        page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")).Should().Equal("#first");
    }

    [Fact]
    public void Every_section_has_a_heading_one_level_below_its_parent()
    {
        Page(SampleDocument.Create()).QuerySelectorAll("section").Select(section => section.FirstElementChild!.LocalName).Should().Equal("h2", "h3");
    }

    [Fact]
    public void The_sections_of_the_contents_are_landmarks_and_their_parts_are_not()
    {
        var page = Page(SampleDocument.Create());

        page.QuerySelectorAll("section[aria-labelledby]").Select(section => section.Id).Should().Equal("first");
        page.QuerySelector("section[aria-labelledby]")!.GetAttribute("aria-labelledby").Should().Be(page.QuerySelector("h2[id='first--heading']")!.Id);
    }

    [Fact]
    public void Ids_are_unique_in_the_page()
    {
        Page(SampleDocument.Create()).QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_table_has_a_caption_and_headings_for_columns_and_rows()
    {
        var table = Page(SampleDocument.Create()).QuerySelector("table")!;

        table.QuerySelector("caption")!.TextContent.Should().Be("Caption plain");
        table.QuerySelectorAll("thead th[scope=col]").Should().HaveCount(2);
        table.QuerySelectorAll("tbody th[scope=row]").Should().ContainSingle();
        table.QuerySelector("td")!.GetAttribute("data-label").Should().Be("Why plain");
    }

    [Fact]
    public void A_table_without_row_headings_has_cells_only()
    {
        var table = new DocumentBlock.Table("Data", ["Data"], [["e-mail address"]]) { HasRowHeaders = false };

        Page(Of(table)).QuerySelectorAll("tbody td").Should().ContainSingle();
    }

    [Fact]
    public void What_fulfils_a_requirement_is_marked_with_its_id()
    {
        var page = Page(SampleDocument.Create());

        page.QuerySelector("[data-gdpr-item~=N01]")!.LocalName.Should().Be("section");
        page.QuerySelector("[data-gdpr-item~=N03]").Should().BeSameAs(page.QuerySelector("[data-gdpr-item~=N02]"));
    }

    [Fact]
    public void What_a_user_typed_stays_text_everywhere()
    {
        var page = Page(SampleDocument.Create(Hostile));

        page.QuerySelectorAll("script, img").Should().BeEmpty();
        page.QuerySelectorAll("style").Should().ContainSingle();
        page.Title.Should().Be($"Title {Hostile}");
        page.QuerySelector("li:not(nav li)")!.TextContent.Should().Be(Hostile);
        page.QuerySelector("td")!.GetAttribute("data-label").Should().Be($"Why {Hostile}");
    }

    [Fact]
    public void Code_is_not_for_a_machine_to_translate()
    {
        var code = Page(SampleDocument.Create(Hostile)).QuerySelector("code[translate=no]")!;

        code.TextContent.Should().Be(Hostile);
    }

    [Fact]
    public void A_page_runs_no_script_and_loads_nothing()
    {
        var page = Page(SampleDocument.Create());

        page.QuerySelectorAll("script, link, img, iframe, object, embed, [src], [style], [srcset]").Should().BeEmpty();
        page.All.SelectMany(element => element.Attributes).Should().NotContain(attribute => attribute.Name.StartsWith("on"));
        DocumentStyle.Css.Should().NotContain("url(").And.NotContain("@import");
    }

    [Fact]
    public void The_hash_for_the_policy_is_that_of_the_style_element()
    {
        var style = Page(SampleDocument.Create()).QuerySelector("style")!.TextContent;

        style.Should().Be(DocumentStyle.Css).And.NotContain("\r");
        DocumentStyle.ContentSecurityPolicyHash.Should().Be($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_fragment_is_an_article_whose_headings_fit_into_the_page_around_it(int level)
    {
        var fragment = new HtmlParser().ParseDocument(SampleDocument.Create().ToHtmlFragment(level)).QuerySelector("body > article")!;

        fragment.GetAttribute("lang").Should().Be("en");
        fragment.QuerySelector("header > *")!.LocalName.Should().Be($"h{level}");
        fragment.QuerySelector("section > *")!.LocalName.Should().Be($"h{level + 1}");
        fragment.QuerySelectorAll("style, main").Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_title_of_a_fragment_is_of_level_one_or_two(int level)
    {
        FluentActions.Invoking(() => SampleDocument.Create().ToHtmlFragment(level)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static Document Of(DocumentBlock block) =>
        new("Title", Language.English, [new DocumentSection(SectionId.Parse("first"), "First") { Blocks = [block] }]);

    private static IDocument Page(Document document) => new HtmlParser().ParseDocument(document.ToHtml());
}
