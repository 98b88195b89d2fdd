using System.Globalization;
using GdprKit.Mapping;
using GdprKit.Samples.Application;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Retention;

/// <summary>On each contact: every field, what it is needed for, until when, and why.</summary>
public sealed class KeptDataTests(CrmApplication application)
{
    private ShopFile Shop => new(application.DatabasePath);

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task A_customer_s_page_shows_every_field_that_the_maps_declare_by_a_name_of_its_own(string language)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", language);

        var page = await employee.GetAsync("/customers/1");

        var fields = EntitiesOf(Crm.Gdpr.Crm.Customers).SelectMany(entity => entity.Fields).Select(field => field.Property.Path.ToString()).ToList();
        fields.Should().HaveCountGreaterThan(20);
        page.Main.Should().NotContain("Field.").And.NotContain("Kept.").And.NotContain("ToDo.");
        page.Html.QuerySelectorAll("section[aria-labelledby=kept] table").Should().HaveCount(3, "there are the customer, the invoices and their lines");
        page.Html.QuerySelectorAll("section[aria-labelledby=kept] tbody tr").Should().AllSatisfy(row => row.QuerySelectorAll("details p").Should().NotBeEmpty("each says why"));
    }

    [Fact]
    public async Task Each_value_stands_beside_the_day_until_which_it_is_kept()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "nl");

        var page = await employee.GetAsync("/customers/1");

        var last = Shop.Read("SELECT max(InvoiceDate) FROM Invoice WHERE CustomerId = 1", row => row.GetDateTime(0)).Single();
        RowWith(page, "+55 (12) 3923-5555").Should().Contain(Long(last.AddYears(2))).And.Contain("Je account en bestellingen").And.NotContain("Facturen en boekhouding");
        RowWith(page, "luisg@embraer.com.br").Should().Contain(Long(last.AddYears(5))).And.Contain("Garantie en klachten").And.Contain("gerechtvaardigd belang");
        RowWith(page, "Gonçalves").Should().Contain(Long(new DateTime(last.Year + 7, 12, 31))).And.Contain("Facturen en boekhouding").And.Contain("art. 52");
        RowWith(page, "Av. Brigadeiro Faria Lima, 2170").Should().Contain(Long(new DateTime(last.Year + 7, 12, 31)));
    }

    [Fact]
    public async Task Invoices_are_summarised_by_the_day_on_which_they_go()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "nl");

        var page = await employee.GetAsync("/customers/1");

        var invoices = Shop.Read("SELECT InvoiceId, strftime('%Y', InvoiceDate) FROM Invoice WHERE CustomerId = 1", row => (Id: row.GetString(0), Year: row.GetString(1)));
        var lines = Shop.Number("SELECT count(*) FROM InvoiceLine JOIN Invoice USING (InvoiceId) WHERE CustomerId = 1");
        page.Html.QuerySelectorAll("details.kept > summary").Select(summary => summary.TextContent.Trim()).Should().Equal($"Facturen: {invoices.Count}", $"Factuurregels: {lines}");
        var rows = page.Html.QuerySelectorAll("details.kept")[0].QuerySelectorAll("tbody tr");
        foreach (var year in invoices.GroupBy(invoice => invoice.Year))
        {
            var until = Long(new DateTime(int.Parse(year.Key, CultureInfo.InvariantCulture) + 7, 12, 31));
            var theirs = rows.Where(row => row.QuerySelector("td strong")!.TextContent == until).ToList();
            theirs.Should().NotBeEmpty(until);
            theirs.Should().AllSatisfy(row => row.QuerySelectorAll("th a").Select(link => link.TextContent).Should().BeEquivalentTo(year.Select(invoice => invoice.Id)));
        }
    }

    [Fact]
    public async Task What_nobody_knows_the_end_of_is_marked_with_what_to_do()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await manager.GetAsync("/employees/3");

        var row = RowWith(page, "jane@chinookcorp.com");
        row.Should().Contain("Not known").And.Contain("To find out: there is no date.").And.Contain("Staff administration");
        RowWith(page, "Sales Support Agent").Should().Contain("To find out");
    }

    [Theory]
    [InlineData("Jane Peacock", "/employees/1", false)]
    [InlineData("Jane Peacock", "/employees/3", true)]
    [InlineData("Nancy Edwards", "/employees/1", true)]
    public async Task What_is_kept_of_an_employee_is_for_managers_and_for_the_employee(string name, string address, bool shown)
    {
        using var employee = await application.CreateEmployeeAsync(name);

        var page = await employee.GetAsync(address);

        (page.Html.QuerySelector("section[aria-labelledby=kept]") is not null).Should().Be(shown);
    }

    private static string RowWith(VisitedPage page, string value) =>
        page.Html.QuerySelectorAll("section[aria-labelledby=kept] tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Contains(value, StringComparison.Ordinal)).TextContent;

    private static string Long(DateTime day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL"));

    private IEnumerable<StoreEntity> EntitiesOf(Key<SubjectKind> kind) =>
        application.Services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Where(entity => entity.Owners.Any(owner => owner.Kind == kind));
}
