using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GdprKit.Mapping;

public sealed class CoverageDocumentTests : MapTest
{
    private static readonly ManualStore Cabinet = new()
    {
        Key = Key<ManualStore>.Parse("cabinet"),
        Name = LocalizedText.Of("archiefkast", "filing cabinet"),
        People = [ShopKeys.Employees],
        Categories = [ShopKeys.SickLeave, ShopKeys.CitizenNumber],
        Instruction = LocalizedText.Of("Zoek op naam en vernietig de map.", "Look up the name and destroy the folder."),
    };

    private static readonly IPersonalDataMap BuyersWithFields = Map<Buyer>(data => data
        .IsSubject(ShopKeys.Customers, b => b.Id)
        .Field(ShopKeys.Name, b => b.Name)
        .Field(ShopKeys.EmailAddress, b => b.Email)
        .NotPersonal("of a branch, not of a person", b => b.Home.City));

    private static readonly IPersonalDataMap WorkersWithDates = Map<Worker>(data => data
        .IsSubject(ShopKeys.Employees, w => w.Id)
        .Event(ShopKeys.EmploymentEnded, w => w.LeftOn));

    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_report_of_a_shop_with_work_to_do_is_the_approved_one(string language)
    {
        var map = PersonalDataMap.Create(TestRegisters.Shop(), [BuyersWithFields, WorkersWithDates], [ShopStore.Description], [Cabinet]);

        CoverageReport.Of(map).ToDocument(Language.Parse(language)).ToMarkdown().ShouldBeApproved($"Mapping/Expected/coverage.{language}.approved.md");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_report_of_a_shop_that_declared_everything_is_the_approved_one(string language)
    {
        CoverageReport.Of(Declared()).ToDocument(Language.Parse(language)).ToMarkdown().ShouldBeApproved($"Mapping/Expected/coverage-complete.{language}.approved.md");
    }

    [Theory]
    [InlineData("nl", "Alles is vastgelegd. Er is nu niets te doen.")]
    [InlineData("en", "Everything is declared. There is nothing to do now.")]
    public void When_nothing_is_open_it_says_so_and_asks_for_nothing(string language, string said)
    {
        var page = Page(Declared(), language);

        page.QuerySelector(".gdprkit-callout")!.TextContent.Trim().Should().Be(said);
        page.QuerySelectorAll("main > section").Select(section => section.Id).Should().Equal("outside", "declared");
    }

    [Fact]
    public void Without_a_store_it_says_what_to_add_and_suspects_nothing()
    {
        var page = Page(PersonalDataMap.Create(TestRegisters.Shop(), [], []), "nl");

        page.QuerySelectorAll("main > section").Select(section => section.Id).Should().Equal("to-add", "outside");
        page.QuerySelectorAll("#to-add code").Select(code => code.TextContent).Should().Contain("gdpr.UseEntityFrameworkCore<ShopDbContext>()").And.Contain("gdpr.AddMap<CustomerMap>()");
    }

    [Fact]
    public void Without_a_map_it_says_how_to_begin_one()
    {
        var page = Page(Resolve(), "en");

        page.QuerySelector(".gdprkit-callout")!.TextContent.Should().Contain("There is no map yet.").And.Contain("gdpr.AddMap<CustomerMap>()");
        page.QuerySelector("#undeclared")!.TextContent.Should().Contain("There is no map of Buyer yet.");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_finding_stands_in_it_with_its_code(string language)
    {
        var map = Resolve(Buyers, Workers);
        var page = Page(map, language);
        var code = page.QuerySelectorAll("code").Select(each => each.TextContent).ToList();

        foreach (var finding in CoverageReport.Of(map).Findings.Where(finding => finding.Code is not null))
        {
            code.Should().Contain(line => line.Contains(finding.Code!), finding.ToString());
        }

        page.QuerySelectorAll("#undeclared dt, #unplaced dt").Should().HaveCount(CoverageReport.Of(map).Findings.Count(finding => finding.Kind is not CoverageGap.UndeclaredEntity));
    }

    [Theory]
    [InlineData("Email", "In de naam staat ‘email’. Dat wijst op een e-mailadres.", "Its name holds ‘email’. That points to an e-mail address.")]
    [InlineData("TelNr", "In de naam staat de afkorting ‘telnr’. Dat wijst op een telefoonnummer.", "Its name holds the abbreviation ‘telnr’. That points to a telephone number.")]
    public void A_word_or_an_abbreviation_in_the_name_is_told_as_the_reason(string name, string dutch, string english)
    {
        Because(Suspicion.Of(Property(name))!).Should().Be((dutch, english));
    }

    [Fact]
    public void A_type_a_mark_and_a_place_are_told_as_the_reason()
    {
        Because(Suspicion.Of(Property("Sender") with { Type = typeof(System.Net.Mail.MailAddress) })!)
            .Should().Be(("Het is van het type MailAddress. Dat wijst op een e-mailadres.", "Its type is MailAddress. That points to an e-mail address."));
        Because(Suspicion.Of(Property("Hash") with { Marks = ["[PersonalData]"] })!)
            .Should().Be(("De software zelf noemt dit een persoonsgegeven: [PersonalData].", "The software itself calls this personal data: [PersonalData]."));
        Because(Suspicion.BesidePersonalData(Property("City"))!)
            .Should().Be(("In de naam staat ‘city’. Naast andere persoonsgegevens wijst dat op een adres.", "Its name holds ‘city’. Beside other personal data that points to an address."));
        Because(Suspicion.InRowOfPerson).Should().Be(("Het staat bij de gegevens van een mens.", "It stands with the data of a person."));
    }

    [Fact]
    public void Every_word_that_betrays_personal_data_has_a_dutch_meaning()
    {
        PersonalDataWords.Certain.Concat(PersonalDataWords.BesideOthers).Where(word => !DutchMeanings.Has(word)).Should().BeEmpty();
    }

    [Fact]
    public void A_language_without_words_is_refused()
    {
        FluentActions.Invoking(() => CoverageReport.Of(Resolve(Buyers)).ToDocument(Language.Parse("de"))).Should().Throw<NotSupportedException>().WithMessage("GDPR1020:*");
    }

    private static (string Dutch, string English) Because(Suspicion suspicion) => (
        new CoverageTexts(RegisterWording.In(Language.Dutch)).Because(suspicion),
        new CoverageTexts(RegisterWording.In(Language.English)).Because(suspicion));

    private static PropertyDescription Property(string name) => new() { Path = ShopStore.Path(name), Type = typeof(string), DeclaredBy = "" };

    private static PersonalDataMap Declared() => PersonalDataMap.Create(
        TestRegisters.Shop(),
        [
            Map<Buyer>(data => data
                .IsSubject(ShopKeys.Customers, b => b.Id)
                .Field(ShopKeys.Name, b => b.Name)
                .Field(ShopKeys.EmailAddress, b => b.Email)
                .NotPersonal("of a branch, not of a person", "Home.City", "Home.Street", "Former.City", "Former.Street")
                .NotPersonal("about the order", "InternalRemark")),
            Map<Sale>(data => data
                .BelongsTo(s => s.Buyer)
                .Field(ShopKeys.Purchases, s => s.Remark)
                .Event(ShopKeys.InvoiceDate, s => s.SoldAt, TimeMeaning.Utc)
                .Event(ShopKeys.LastPurchase, s => s.SoldAt, TimeMeaning.Utc)),
            Map<SaleLine>(data => data.BelongsTo(l => l.Sale.Buyer).NotPersonal("in the catalogue", l => l.Article)),
            Map<Message>(data => data.NotPersonal("messages between shops", "SenderName", "RecipientName", "Text")),
            Map<Worker>(data => data
                .IsSubject(ShopKeys.Employees, w => w.Id)
                .Field(ShopKeys.Name, w => w.Name)
                .Field(ShopKeys.CitizenNumber, w => w.CitizenNumber)
                .NotPersonal("a manager is a worker too", "ManagerId")
                .NotPersonal("no period runs from it", "HiredAt")
                .Event(ShopKeys.EmploymentEnded, w => w.LeftOn)),
        ],
        [ShopStore.Description],
        [Cabinet]);

    private static IDocument Page(PersonalDataMap map, string language) =>
        new HtmlParser().ParseDocument(CoverageReport.Of(map).ToDocument(Language.Parse(language)).ToHtml());
}
