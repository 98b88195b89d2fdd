using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GdprKit;

/// <summary>The notice as a page: what a browser, a screen reader and a hostile label make of it.</summary>
public sealed class NoticeHtmlTests
{
    private static readonly ProcessingRegister Everything = NoticeRegisters.WithEverything();

    private static readonly string[] AllowedPrefixes = ["#", "/", "https://", "mailto:", "tel:"];

    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void There_is_one_title_and_the_language_is_said(string language)
    {
        var page = Page(language);

        page.QuerySelectorAll("h1").Should().ContainSingle();
        page.DocumentElement.GetAttribute("lang").Should().Be(language);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Headings_never_skip_a_level(string language)
    {
        var levels = Page(language).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();

        levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second <= pair.First + 1);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Tables_have_a_caption_and_headings_for_columns_and_rows(string language)
    {
        Page(language).QuerySelectorAll("table").Should().HaveCount(2).And.OnlyContain(table =>
            table.QuerySelector("caption") != null
            && table.QuerySelectorAll("thead th[scope=col]").Length > 1
            && table.QuerySelectorAll("tbody tr").All(row => row.QuerySelectorAll("th[scope=row]").Length == 1));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_runs_and_nothing_is_loaded(string language)
    {
        var page = Page(language);

        page.QuerySelectorAll("script, link, img, iframe, object, embed, form, input, button, [src], [style]").Should().BeEmpty();
        page.QuerySelectorAll("meta[http-equiv]").Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Ids_are_unique_and_every_link_within_the_page_arrives(string language)
    {
        var page = Page(language);

        page.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
        page.QuerySelectorAll("a[href^='#']").Should().NotBeEmpty().And.OnlyContain(link => page.GetElementById(link.GetAttribute("href")!.Substring(1)) != null);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Links_lead_where_documents_may_lead(string language)
    {
        Page(language).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)
            .Should().OnlyContain(target => AllowedPrefixes.Any(prefix => target.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_to_exercise_rights_is_linked_with_every_kind_of_right()
    {
        var page = Page("nl");

        foreach (var section in (string[])["rights", "objection", "consent"])
        {
            page.QuerySelectorAll($"#{section} a").Select(link => link.GetAttribute("href"))
                .Should().Contain(["/privacy/centre", "mailto:privacy@example.nl", "tel:+31200000000"]);
        }
    }

    [Fact]
    public void The_notice_asks_for_nothing()
    {
        // A request for consent must not hide in another text (Art. 7(2)).
        Page("nl").QuerySelectorAll("form, input, select, textarea, button").Should().BeEmpty();
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</style><script>alert(1)</script>")]
    [InlineData("[x](javascript:alert(1)) **b** | `c`")]
    public void What_a_register_says_stays_text(string hostile)
    {
        var register = NoticeRegisters.Smallest(
            declare => declare.Category(Key<DataCategory>.Parse("hostile"), hostile, hostile, category => category.Description(hostile, hostile)),
            activity => activity.Name(hostile, hostile).Purpose(hostile, hostile).Uses(Key<DataCategory>.Parse("hostile")));

        var notice = PrivacyNotice.From(register, Language.Dutch);
        var page = new HtmlParser().ParseDocument(notice.ToHtml());

        page.QuerySelectorAll("script, img, [onerror], [onmouseover]").Should().BeEmpty();
        page.QuerySelectorAll("style").Should().ContainSingle();
        page.QuerySelector("#activity-orders > h3")!.TextContent.Should().Be(hostile);
        var rendered = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(notice.ToMarkdown()));
        rendered.QuerySelectorAll("script, img, code, a[href^='javascript']").Should().BeEmpty();
        rendered.QuerySelectorAll("h3").First().TextContent.Should().Be(hostile);
    }

    private static IDocument Page(string language) => new HtmlParser().ParseDocument(PrivacyNotice.From(Everything, Language.Parse(language)).ToHtml());
}
