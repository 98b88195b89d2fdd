using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GdprKit.Documents;
using GdprKit.Mapping;

namespace GdprKit.Retention;

public sealed partial class PreviewDocumentTests
{
    private static readonly DisposalPlan Plan = ShopPlan.Create();

    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_text_is_the_approved_one(string language) =>
        Hash().Replace(ShopCounts.Preview(Plan).ToDocument(Plan, Language.Parse(language), ShopCounts.Forecast(Plan)).ToMarkdown(), "(hash)")
            .ShouldBeApproved($"Retention/Preview/Expected/preview.{language}.approved.md");

    [Fact]
    public void The_answer_comes_first_people_before_what_belongs_to_them()
    {
        Answer(ShopCounts.Preview(Plan), "nl")[0].Should().Be(
            "Vandaag, 1 maart 2027, zouden 1 van de medewerkers, 13 klanten, 166 verkopen en 300 rijen van SaleLine verdwijnen. Er is niets verwijderd. Dit is alleen geteld.");
        Answer(ShopCounts.Preview(Plan), "en")[0].Should().StartWith("Today, 1 March 2027, 1 of the employees, 13 customers, 166 sales and 300 rows of SaleLine would go.");
    }

    [Fact]
    public void One_row_alone_is_told_in_the_singular()
    {
        var preview = ShopCounts.Preview(Plan, entity => entity with { RowsToGo = entity.Entity == nameof(Worker) ? 1 : 0 });

        Answer(preview, "nl")[0].Should().StartWith("Vandaag, 1 maart 2027, zou 1 van de medewerkers verdwijnen.");
    }

    [Fact]
    public void What_goes_from_rows_that_stay_is_told_with_the_answer()
    {
        var page = Page(ShopCounts.Preview(Plan).ToDocument(Plan, Language.English));

        page.QuerySelectorAll("header .gdprkit-callout li").Select(item => item.TextContent).Should().Equal(
            "33 customers: e-mail address", "5 customers: notes, to the archive", "14 sales: purchases");
    }

    [Fact]
    public void A_field_that_holds_its_row_together_does_not_go_before_the_row()
    {
        var sales = new InlineMap<Sale>(data => data.BelongsTo(sale => sale.Buyer).Field(ShopKeys.Purchases, sale => sale.BuyerId).Event(ShopKeys.InvoiceDate, sale => sale.SoldAt, TimeMeaning.Date));
        var plan = DisposalPlan.Create(PersonalDataMap.Create(ShopPlan.Register(), [ShopPlan.Maps[0], sales], [ShopPlan.Store]));

        var page = Page(ShopCounts.Preview(plan).ToDocument(plan, Language.English));

        page.QuerySelectorAll("header .gdprkit-callout li").Select(item => item.TextContent).Should().Contain("33 customers: e-mail address").And.NotContain(item => item.Contains("Sale"));
        page.QuerySelectorAll("#rows-1 table:first-of-type td").ElementAt(1).TextContent.Should().StartWith("166 × gone with the whole row14 × stays as long as the row stays");
    }

    [Fact]
    public void Rows_that_hold_nothing_go_along_or_stay()
    {
        var alone = DisposalPlan.Create(PersonalDataMap.Create(ShopPlan.Register(), [new InlineMap<Buyer>(data => data.IsSubject(ShopKeys.Customers, buyer => buyer.Id))], [ShopPlan.Store]));

        Page(ShopCounts.Preview(Plan).ToDocument(Plan, Language.English)).QuerySelectorAll("#rows-1 p").Last().TextContent.Should().Contain("go along");
        Page(ShopCounts.Preview(alone).ToDocument(alone, Language.English)).QuerySelectorAll("#rows-1 p").Last().TextContent.Should().EndWith("They stay.");
    }

    [Fact]
    public void A_quiet_day_says_that_nothing_would_go()
    {
        var document = ShopCounts.Quiet(Plan).ToDocument(Plan, Language.Dutch);

        Page(document).QuerySelectorAll("header .gdprkit-callout > *").Should().ContainSingle().Which.TextContent.Should().Be(
            "Vandaag, 1 maart 2027, zou er niets verdwijnen. Er is niets verwijderd. Dit is alleen geteld.");
        document.AllSections().Select(section => section.Id.ToString()).Should().NotContain("unknown");
    }

    [Fact]
    public void Only_fields_that_go_are_no_rows_that_go()
    {
        Answer(ShopCounts.Preview(Plan, entity => entity with { RowsToGo = 0 }), "en")[0].Should().StartWith("Today, 1 March 2027, no row would go.");
    }

    [Fact]
    public void What_nobody_knows_says_why_and_what_can_be_done()
    {
        var rows = Page(ShopCounts.Preview(Plan).ToDocument(Plan, Language.English)).QuerySelectorAll("#unknown tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();

        rows.Should().HaveCount(3);
        rows[0].Should().Equal(
            "4 customers", "e-mail address and notes", "There is no date on which the period begins.",
            "The software does not say yet where the date of your last purchase is. Who makes the software can write that in it.");
        rows[2].Should().Equal(
            "4 customers", "name", "There is no date on which the period begins.",
            "Fill in the date of these rows, or declare in the register another date that counts instead.The software does not say yet where the date of your last purchase is. Who makes the software can write that in it.");
        rows[1].Should().Equal("1 of the customers", "e-mail address, name and notes", "It is not known whether the consent still stands.", "Find out whether there is consent, and record it.");
    }

    [Fact]
    public void Each_group_shows_what_is_due_what_happens_and_who_still_needs_it()
    {
        var cells = Page(ShopCounts.Preview(Plan).ToDocument(Plan, Language.English)).QuerySelectorAll("#rows-3 table:first-of-type tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();

        cells[0].Should().Equal("E-mail addressEmail", "46", "13 × gone with the whole row33 × is emptied", "0", "Orders: 10");
        cells[2].Should().Equal("NameName", "13", "13 × gone with the whole row", "0", "Orders: 20Invoices: 10");
    }

    [Fact]
    public void Since_when_and_for_example_which_rows_is_shown_of_what_is_due()
    {
        var page = Page(ShopCounts.Preview(Plan).ToDocument(Plan, Language.English));

        page.QuerySelectorAll("#rows-2 table")[1].QuerySelectorAll("thead th").Select(cell => cell.TextContent).Should().Equal("Data", "Since", "Examples (Id)");
        page.QuerySelectorAll("#rows-2 table")[1].QuerySelectorAll("tbody td").Select(cell => cell.TextContent).Should().Equal(
            "2018 or earlier: 32026: 177", "1 a\"<b> 00000000-0000-0000-0000-000000000000");
        Page(ShopCounts.Quiet(Plan).ToDocument(Plan, Language.English)).QuerySelectorAll("#rows-2 table").Should().ContainSingle();
    }

    [Fact]
    public void Charts_add_up_values_of_rows_and_fields()
    {
        var charts = Charts(ShopCounts.Preview(Plan).ToDocument(Plan, Language.English, ShopCounts.Forecast(Plan)));

        charts[0].Categories.Should().Equal("name", "notes", "purchases", "e-mail address", "citizen service number (BSN)");
        charts[0].Series.Select(series => (series.Name, series.Values[^1])).Should().Equal(("now", 1), ("next 36 months", 630));
        charts[0].Series[1].Values[0].Should().Be((3 + 1) * 630, "the name of a buyer is in the third group, that of a worker in the first");
        charts[1].Categories.Should().HaveCount(36).And.StartWith("Mar 2027").And.EndWith("Feb 2030");
        charts[1].Series.Select(series => (series.Name, series.Values[2])).Should().Equal(("customers", 12), ("employees", 4), ("sales", 2));
    }

    [Fact]
    public void Without_a_forecast_only_today_is_drawn()
    {
        Charts(ShopCounts.Preview(Plan).ToDocument(Plan, Language.Dutch)).Should().ContainSingle().Which.Series.Should().ContainSingle().Which.Name.Should().Be("nu");
    }

    [Fact]
    public void When_nothing_becomes_due_there_is_no_chart_of_it_but_a_sentence()
    {
        var document = ShopCounts.Quiet(Plan).ToDocument(Plan, Language.Dutch, ShopCounts.Forecast(Plan, _ => 0));

        Charts(document).Should().BeEmpty();
        Page(document).QuerySelectorAll("#charts p").Select(paragraph => paragraph.TextContent).Should().Contain(
            ["Er is nu niets aan de beurt.", "De komende 36 maanden komt er niets bij.", "Daarna, of nog onbekend: 42 gegevens."]);
    }

    [Fact]
    public void Without_a_map_it_says_what_to_add()
    {
        var plan = DisposalPlan.Create(PersonalDataMap.Create(TestRegisters.Shop(), [], []));

        var page = Page(ShopCounts.Preview(plan).ToDocument(plan, Language.Dutch, ShopCounts.Forecast(plan)));

        page.QuerySelector("header .gdprkit-callout")!.TextContent.Should().Contain("Er is niets te tellen.");
        page.QuerySelectorAll("#to-add code").Select(code => code.TextContent).Should().Contain("gdpr.AddMap<CustomerMap>()");
    }

    [Fact]
    public void Numbers_of_another_plan_are_refused()
    {
        var other = ShopPlan.Create(ShopPlan.Register(register => register.People(Key<SubjectKind>.Parse("visitors"), "bezoekers", "visitors")));
        var fewer = DisposalPlan.Create(PersonalDataMap.Create(ShopPlan.Register(), ShopPlan.Maps[3..], [ShopPlan.Store]));

        FluentActions.Invoking(() => ShopCounts.Preview(other).ToDocument(Plan, Language.Dutch)).Should().Throw<ArgumentException>().WithMessage("GDPR1071:*");
        FluentActions.Invoking(() => ShopCounts.Preview(Plan).ToDocument(Plan, Language.Dutch, ShopCounts.Forecast(other))).Should().Throw<ArgumentException>().WithMessage("GDPR1071:*");
        FluentActions.Invoking(() => ShopCounts.Preview(Plan).ToDocument(fewer, Language.Dutch)).Should().Throw<ArgumentException>().WithMessage("GDPR1071:*");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_is_a_valid_page_whose_links_lead_somewhere(string language)
    {
        var page = Page(ShopCounts.Preview(Plan).ToDocument(Plan, Language.Parse(language), ShopCounts.Forecast(Plan)));

        page.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
        page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Should().NotBeEmpty().And.OnlyContain(id => page.GetElementById(id) != null);
        page.QuerySelectorAll("[style], script, b").Should().BeEmpty();
    }

    [Fact]
    public void It_ends_with_the_code_by_which_it_is_approved()
    {
        var preview = ShopCounts.Preview(Plan);

        Page(preview.ToDocument(Plan, Language.English)).QuerySelector("footer p")!.TextContent.Should().StartWith("Counted on 1 March 2027 at 11:05.").And.Contain(preview.Digest.ToString());
    }

    private static List<string> Answer(RetentionPreview preview, string language) =>
        [.. Page(preview.ToDocument(Plan, Language.Parse(language))).QuerySelectorAll("header .gdprkit-callout > p").Select(paragraph => paragraph.TextContent)];

    private static List<DocumentBlock.Chart> Charts(Documents.Document document) => [.. document.AllSections().SelectMany(section => section.Blocks).OfType<DocumentBlock.Chart>()];

    private static IDocument Page(Documents.Document document) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(document.ToHtml());

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
