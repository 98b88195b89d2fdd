using System.Globalization;
using System.Net;
using System.Text;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Gdpr;
using NodaTime;

namespace GdprKit.Samples.Retention;

/// <summary>What another register would delete, on the page, against statements written by hand. These tests move the clock, so they have a shop of their own.</summary>
public sealed class ComparePageTests : IClassFixture<CrmApplication>
{
    private const string Address = "/gdpr/cleanup/compare";

    // What rows and data are meant, what goes now, what goes then, and what goes then and not now.
    private const int AddedColumn = 4;

    private readonly CrmApplication _application;

    public ComparePageTests(CrmApplication application)
    {
        _application = application;
        application.Clock.Reset(new LocalDate(2027, 3, 1).At(LocalTime.Noon).InUtc().ToInstant());
    }

    [Theory]
    [InlineData("nl", "Let op: hiermee gaat meer weg.")]
    [InlineData("en", "Mind: with this, more goes.")]
    public async Task A_shorter_period_shows_what_more_would_go(string language, string more)
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", language);

        var page = await PasteAsync(manager, Register("\"P2Y\"", "\"P1Y\""));

        page.Main.Should().Contain(more);
        var rows = page.Html.QuerySelectorAll("main table tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList());
        var added = Inactive("2026-03-01") - Inactive("2025-03-01");
        added.Should().BePositive();
        rows.Should().Contain(row => row[0].Contains("Customer", StringComparison.Ordinal) && row[AddedColumn] == added.ToString(CultureInfo.InvariantCulture));
        page.Html.QuerySelector("textarea")!.TextContent.Should().Contain("P1Y", "it can be changed again");
    }

    [Fact]
    public async Task The_register_that_applies_can_be_taken_changed_and_sent_back_as_a_file()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");
        var page = await manager.GetAsync(Address);
        var current = page.Html.QuerySelectorAll("form a").Single(link => link.TextContent.Contains("JSON", StringComparison.Ordinal)).GetAttribute("href")!;
        (await manager.GetAsync(current)).ContentHeaders.ContentDisposition!.FileName.Should().Be("gdpr-register.json");

        var answer = await UploadAsync(manager, page, CrmRegister.Create().ToJson());

        answer.Main.Should().Contain("With this, nothing more goes today.");
    }

    [Theory]
    [InlineData("{", "GDPR42")]
    [InlineData("\"P2Y\"", "GDPR4219")]
    public async Task A_register_with_faults_is_told_with_the_ids_and_stays_in_the_form(string kind, string id)
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");
        var proposed = kind == "{" ? kind : Register(kind, "\"two years\"");

        var page = await PasteAsync(manager, proposed);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelector(".faults[role=alert]")!.TextContent.Should().Contain("This register cannot be counted with").And.Contain(id);
        page.Html.QuerySelector("textarea")!.TextContent.ReplaceLineEndings().Should().Be(proposed.ReplaceLineEndings());
    }

    [Fact]
    public async Task A_register_that_the_maps_do_not_fit_is_told_as_well()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "nl");

        var page = await PasteAsync(manager, Register("\"phone\"", "\"telephone\""));

        page.Html.QuerySelector(".faults")!.TextContent.Should().Contain("Met dit register is niet te tellen").And.Contain("'phone'");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_so_and_not_sent_back()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await PasteAsync(manager, new string(' ', 5 * 1024 * 1024) + "{}");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelector(".faults[role=alert]")!.TextContent.Should().Contain("larger than 4 MiB");
        page.Html.QuerySelector("textarea")!.TextContent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_told()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await UploadAsync(manager, await manager.GetAsync(Address), [0xFF, 0xFE, 0x00, 0x01]);

        page.Html.QuerySelector(".faults")!.TextContent.Should().Contain("GDPR42");
    }

    [Theory]
    [InlineData("nl", "Kies een bestand, of plak een register.")]
    [InlineData("en", "Choose a file, or paste a register.")]
    public async Task Nothing_is_asked_for_again(string language, string message)
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", language);

        var page = await PasteAsync(manager, " ");

        page.Html.QuerySelector("#Proposed-error")!.TextContent.Should().Be(message);
        page.Html.QuerySelector("textarea")!.GetAttribute("aria-describedby")!.Split(' ').Should().OnlyContain(id => page.Html.GetElementById(id) != null);
    }

    [Fact]
    public async Task An_employee_who_is_no_manager_can_neither_see_nor_send_it()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");
        using var employee = await _application.CreateEmployeeAsync("Jane Peacock", "en");
        var page = await employee.GetAsync(Address);
        page.Main.Should().Contain("Only managers see what would go.");
        page.Html.QuerySelectorAll("main form").Should().BeEmpty();

        var token = (await employee.GetAsync("/customers/1/edit")).Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("{}"), "Proposed" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        var answer = await employee.SendAsync(request);
        answer.Status.Should().Be(HttpStatusCode.Forbidden);
        answer.Main.Should().NotContain("GDPR42");
        (await employee.GetAsync($"{Address}?handler=Current")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");
        using var content = new MultipartFormDataContent { { new StringContent("{}"), "Proposed" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };

        (await manager.SendAsync(request)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private static string Register(string replaced, string by) => Encoding.UTF8.GetString(CrmRegister.Create().ToJson()).Replace(replaced, by, StringComparison.Ordinal);

    private static async Task<VisitedPage> PasteAsync(Visitor visitor, string proposed) =>
        await visitor.SubmitAsync(await visitor.GetAsync(Address), "main form", new Dictionary<string, string> { ["Proposed"] = proposed });

    private static async Task<VisitedPage> UploadAsync(Visitor visitor, VisitedPage page, byte[] file)
    {
        var token = page.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), "Upload", "proposed.json" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        return await visitor.SendAsync(request);
    }

    // Of whom the shop has nothing of what becomes due has nothing to lose.
    private long Inactive(string since) => new ShopFile(_application.DatabasePath).Number(
        $"SELECT count(*) FROM Customer c WHERE coalesce(Fax, Language, Phone, Source) IS NOT NULL AND (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId) < '{since}'");
}
