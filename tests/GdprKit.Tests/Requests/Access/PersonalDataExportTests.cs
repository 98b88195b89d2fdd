using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using CsvHelper;
using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

/// <summary>Who asks gets everything that is held, and nothing of anybody else; what is not in it is said.</summary>
public sealed class PersonalDataExportTests : ExportTest
{
    [Fact]
    public async Task Everything_of_the_person_is_in_every_form_and_nothing_of_anybody_else()
    {
        var archive = await MakeAsync();

        archive.Rows("Buyer").Should().Equal("""{"Email":"annabel@example.nl","Name":"Annabel Ketel","Score":4711,"$withheld":["Note"]}""");
        archive.Rows("Purchase").Should().BeEquivalentTo("""{"Article":"kettle <b>","ImportedFrom":null,"On":"2026-03-01"}""", """{"Article":"=SUM(A1)","ImportedFrom":"another shop","On":"2026-11-20"}""");
        archive.Page.Should().Contain("annabel@example.nl").And.Contain("kettle &lt;b&gt;");
        archive.Names.Should().BeEquivalentTo("data/01-buyer.csv", "data/02-purchase.csv", "data.json", "data.schema.json", "index.html");
        foreach (var name in archive.Names)
        {
            archive.Text(name).Should().NotContainAny("oudewijn", "teapot", "Cornelia");
        }

        archive.Export.Should().BeEquivalentTo(new { Tables = 2, Rows = 3L, Files = 0, Withheld = 1L });
    }

    [Fact]
    public async Task Tables_read_back_as_they_were_and_run_no_formula()
    {
        var archive = await MakeAsync();
        using var csv = new CsvReader(new StringReader(archive.Text("data/02-purchase.csv")), CultureInfo.InvariantCulture);

        (await csv.GetRecordsAsync<dynamic>(Token).Select(row => (string)row.Article).ToListAsync(Token)).Should().BeEquivalentTo("kettle <b>", "'=SUM(A1)");
        archive.Text("data/02-purchase.csv").Should().StartWith("Article,ImportedFrom,On\r\n");
    }

    [Fact]
    public async Task A_text_that_may_name_others_is_given_as_somebody_decided_and_withheld_when_it_changed_since()
    {
        var read = await Get<PersonalDataExports>().ReadTextsToReviewAsync(Ann, Language.English, Token).ToListAsync(Token);
        read.Should().ContainSingle().Which.Text.Should().Be(Gossip);

        (await MakeAsync()).Page.Should().Contain("One text was left out");
        (await MakeAsync(Order(reviewed: [ReviewedText.Give(Gossip)]))).Rows("Buyer").Single().Should().Contain(Gossip);
        (await MakeAsync(Order(reviewed: [ReviewedText.GiveAs(Gossip, "neighbour of …, who complained")]))).Rows("Buyer").Single().Should().Contain("neighbour of …").And.NotContain("Cornelia");
        (await MakeAsync(Order(reviewed: [ReviewedText.Give(Gossip + ".")]))).Export.Withheld.Should().Be(1);
    }

    [Fact]
    public async Task Portability_gives_what_the_person_provided_and_nothing_else()
    {
        var archive = await MakeAsync(Order(RightsRequestKind.Portability));

        archive.Rows("Buyer").Should().Equal("""{"Email":"annabel@example.nl","Name":"Annabel Ketel"}""");
        archive.Rows("Purchase").Should().Equal("""{"Article":"kettle <b>","ImportedFrom":null,"On":"2026-03-01"}""");
        archive.Data.TryGetProperty("history", out _).Should().BeFalse();
        archive.Page.Should().NotContain("4711").And.NotContain("Belastingdienst");
    }

    [Fact]
    public void Staff_whose_data_the_law_demands_have_nothing_to_take_along()
    {
        var scope = new ExportScope(TestRegisters.Shop(), Employees, RightsRequestKind.Portability);

        scope.Holds(CitizenNumber, isProvided: true).Should().BeFalse();
        new ExportScope(TestRegisters.Shop(), Employees, RightsRequestKind.Access).Holds(CitizenNumber, isProvided: false).Should().BeTrue();
    }

    [Theory]
    [InlineData("nl", "Belastingdienst", "Autoriteit Persoonsgegevens", "art. 6", "Map met brieven", "Bestellingen")]
    [InlineData("en", "Belastingdienst", "Autoriteit Persoonsgegevens", "Art. 6", "Folder of letters", "Orders")]
    public async Task The_page_tells_what_the_law_asks_in_the_language_of_the_person(string code, params string[] told)
    {
        var archive = await MakeAsync(Order(language: Language.Parse(code)));
        var page = await new HtmlParser().ParseDocumentAsync(archive.Page, Token);

        page.Body!.TextContent.Replace('\u00A0', ' ').Should().ContainAll(told).And.Contain("Example Mail Inc.").And.Contain(code == "nl" ? "Verenigde Staten" : "United States");
        page.DocumentElement.GetAttribute("lang").Should().Be(code);
        page.QuerySelectorAll("[src], link[rel=stylesheet], script").Should().BeEmpty();
        page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Should().AllSatisfy(id => page.GetElementById(id).Should().NotBeNull(id));
        page.QuerySelectorAll("table").Should().AllSatisfy(table => table.QuerySelector("caption").Should().NotBeNull());
        archive.Data.GetProperty("information").GetProperty("sections").GetArrayLength().Should().BeGreaterThan(5);
    }

    [Fact]
    public async Task When_data_go_is_told_by_date_where_it_is_known()
    {
        (await MakeAsync()).Page.Should().Contain("When data go").And.Contain("2034");
    }

    [Fact]
    public async Task What_is_looked_up_by_hand_is_told_and_what_was_searched_in_vain()
    {
        var archive = await MakeAsync(person: SubjectId.Of(Customers, 99));

        archive.Page.Should().Contain("We found no data about you.").And.Contain("Customers").And.Contain("Help desk").And.Contain("Folder of letters");
        archive.Export.Elsewhere.Should().ContainSingle();
        archive.Data.GetProperty("elsewhere")[0].GetProperty("name").GetString().Should().Be("folder of letters");
        archive.Data.GetProperty("person").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_the_ledger_knows_is_told_in_words_and_staff_are_not_named()
    {
        var id = await AskAsync();
        await Requests.ExtendAsync(id, Clerk, "There is much to look up.", cancellationToken: Token);
        var archive = await MakeAsync();

        archive.Page.Should().Contain("a request for access").And.NotContain("staff-7");
        var history = archive.Data.GetProperty("history").EnumerateArray().ToList();
        history.Select(happened => happened.GetProperty("type").GetString()).Should().Equal("request.received/1", "request.accepted/1", "request.extended/1");
        history[0].GetProperty("texts").GetProperty("asked").GetString().Should().Be("What do you know of my kettle?");
        archive.Text("data.json").Should().NotContain("staff-7");
    }

    [Fact]
    public async Task What_other_sources_hold_is_in_it_with_files_whose_names_say_nothing()
    {
        Desk.Records.Add(new SourceRecord("ticket", [new SourceField("subject", Purchases, "the lid"), new SourceField("mood", Purchases, "angry") { IsProvided = false }]));
        Desk.Files.Add(HelpDesk.Scan("Dear shop"));
        var archive = await MakeAsync();

        archive.Text("data/03-helpdesk.csv").Should().Be("record,kind,field,value\r\n1,ticket,subject,the lid\r\n1,ticket,mood,angry\r\n");
        archive.Text("files/01-001.txt").Should().Be("Dear shop");
        archive.Page.Should().Contain("the lid").And.Contain("scan of a letter");
        archive.Export.Files.Should().Be(1);

        (await MakeAsync(Order(RightsRequestKind.Portability))).Text("data/03-helpdesk.csv").Should().NotContain("angry");
    }

    [Fact]
    public async Task A_source_that_does_not_answer_ends_the_export_and_what_was_written_is_no_archive()
    {
        Desk.Records.Add(new SourceRecord("ticket", [new SourceField("subject", Purchases, "the lid")]));
        Desk.Fault = new TimeoutException("the help desk is down");
        using var output = new MemoryStream();

        var thrown = await FluentActions.Awaiting(() => Get<PersonalDataExports>().WriteAsync(Ann, Order(), output, Token).AsTask()).Should().ThrowAsync<PersonalDataExportException>();

        thrown.Which.Id.Should().Be("GDPR1541");
        thrown.Which.Message.Should().Contain("HelpDesk");
        FluentActions.Invoking(() => new System.IO.Compression.ZipArchive(new MemoryStream(output.ToArray()))).Should().Throw<InvalidDataException>();
    }

    [Theory]
    [InlineData("GDPR1540")]
    [InlineData("GDPR1542")]
    [InlineData("GDPR1543")]
    public async Task What_does_not_fit_is_refused_with_its_remedy(string id)
    {
        var unknown = SubjectId.Of(Key<SubjectKind>.Parse("visitors"), 1);
        Desk.Files.AddRange(id == "GDPR1542" ? [HelpDesk.Scan("text") with { Extension = "../etc" }] : []);

        var thrown = await FluentActions.Awaiting(() => MakeAsync(
            Order(id == "GDPR1540" ? RightsRequestKind.Erasure : RightsRequestKind.Access), id == "GDPR1543" ? unknown : Ann)).Should().ThrowAsync<PersonalDataExportException>();

        thrown.Which.Id.Should().Be(id);
        thrown.Which.Remedy.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Of_many_rows_the_page_shows_the_first_and_says_where_all_of_them_are()
    {
        Desk.Records.AddRange(Enumerable.Range(0, 1_000).Select(number => new SourceRecord("ticket", [new SourceField("number", Purchases, number)])));
        var archive = await MakeAsync();

        archive.Page.Should().Contain("These are the first 250 of 1000 rows. All of them are in data/03-helpdesk.csv.");
        archive.Data.GetProperty("sources")[0].GetProperty("records").GetArrayLength().Should().Be(1_000);
        archive.Text("data/03-helpdesk.csv").Split("\r\n").Should().HaveCount(1_002);
    }

    [Fact]
    public async Task The_schema_knows_every_property_that_is_written()
    {
        Desk.Records.Add(new SourceRecord("ticket", [new SourceField("subject", Purchases, "the lid")]));
        Desk.Files.Add(HelpDesk.Scan("Dear shop"));
        await AskAsync();
        var archive = await MakeAsync();
        var schema = JsonNode.Parse(archive.Text("data.schema.json"))!;

        archive.Text("data.schema.json").Should().Be(PersonalDataExportSchema.ToJson());
        SchemaReading.Unknown(schema, JsonNode.Parse(archive.Text("data.json"))!).Should().BeEmpty();
    }
}
