using System.Globalization;
using GdprKit.Samples.Application;
using NodaTime;

namespace GdprKit.Samples.Retention;

/// <summary>What would go, against statements written by hand. These tests move the clock, so they have a shop of their own.</summary>
public sealed class CleanupPageTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private const string AtAGlance = "What would happen to each kind of rows";

    private ShopFile Shop => new(application.DatabasePath);

    [Fact]
    public async Task It_shows_whose_origin_and_phone_number_nothing_needs_any_more()
    {
        var page = await OpenAsync(new LocalDate(2027, 3, 1));

        var inactive = Shop.Number("SELECT count(*) FROM Customer c WHERE (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId) < '2025-03-01'");
        inactive.Should().BePositive();
        CellsOf(page, AtAGlance, "Customers (Customer)").Should().Equal("59", "0", $"Who signed you up and phone and fax number: {inactive}");
        CellsOf(page, AtAGlance, "Invoices (Invoice)").Should().Equal("412", "0", "–");
        page.Main.Should().Contain($"{inactive} customers: who signed you up and phone and fax number");
    }

    [Fact]
    public async Task It_shows_which_rows_go_whole()
    {
        var page = await OpenAsync(new LocalDate(2031, 6, 1));

        var invoices = Shop.Number("SELECT count(*) FROM Invoice WHERE InvoiceDate < '2024-01-01'");
        var lines = Shop.Number("SELECT count(*) FROM InvoiceLine JOIN Invoice USING (InvoiceId) WHERE InvoiceDate < '2024-01-01'");
        CellsOf(page, AtAGlance, "Invoices (Invoice)")[1].Should().Be(Grouped(invoices));
        CellsOf(page, AtAGlance, "Invoice lines (InvoiceLine)")[1].Should().Be(Grouped(lines));
        page.Main.Should().Contain($"{Grouped(lines)} invoice lines").And.Contain($"{Grouped(invoices)} invoices");
    }

    [Fact]
    public async Task It_shows_in_which_month_data_become_due()
    {
        var page = await OpenAsync(new LocalDate(2027, 3, 1));

        var lines = Shop.Number("SELECT count(*) FROM InvoiceLine JOIN Invoice USING (InvoiceId) WHERE InvoiceDate < '2022-01-01'");
        var invoices = Shop.Number("SELECT count(*) FROM Invoice WHERE InvoiceDate < '2022-01-01'");
        CellsOf(page, "Becomes due, per month (values)", "Jan 2029")[..2].Should().Equal(
            [Grouped(3 * lines), Grouped(7 * invoices)], "a line has three fields and an invoice seven");
    }

    [Fact]
    public async Task It_tells_of_whom_nobody_knows_until_when_and_what_to_do()
    {
        var page = await OpenAsync(new LocalDate(2027, 3, 1));

        CellsOf(page, "Kept without end", "8 employees")[^1].Should().StartWith("Fill in the date");
    }

    [Fact]
    public async Task An_employee_who_is_no_manager_is_told_who_may_see_it()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync("/gdpr/cleanup");

        page.Main.Should().Contain("Only managers see what would go.");
        page.Html.QuerySelectorAll("main button").Should().BeEmpty();
        page.Html.QuerySelectorAll("main table").Should().BeEmpty();
        (await employee.GetAsync("/privacy/manage/retention")).Status.Should().Be(System.Net.HttpStatusCode.Forbidden);
    }

    private async Task<VisitedPage> OpenAsync(LocalDate day)
    {
        application.Clock.Reset(day.At(LocalTime.Noon).InUtc().ToInstant());
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        return await manager.GetAsync("/gdpr/cleanup");
    }

    private static List<string> CellsOf(VisitedPage page, string caption, string row) =>
    [
        .. page.Html.QuerySelectorAll("table").First(table => table.QuerySelector("caption")!.TextContent == caption)
            .QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("th")!.TextContent == row)
            .QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()),
    ];

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.GetCultureInfo("en-IE"));
}
