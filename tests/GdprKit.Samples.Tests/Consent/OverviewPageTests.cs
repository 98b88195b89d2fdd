using System.Net;
using GdprKit.Samples.Application;
using NodaTime;

namespace GdprKit.Samples.Consent;

/// <summary>The operator looks at how many people agreed to what.</summary>
public sealed class OverviewPageTests : IAsyncLifetime
{
    private readonly CrmApplication _application = new();

    public async ValueTask InitializeAsync()
    {
        await _application.InitializeAsync();
        _application.Clock.Reset(Instant.FromUtc(2025, 10, 6, 9, 0));
        await _application.GiveNewsletterAsync(1);
        await _application.GiveNewsletterAsync(2);
        _application.Clock.Reset(Instant.FromUtc(2025, 12, 23, 9, 0));
        await _application.GiveNewsletterAsync(3);
        await _application.WithdrawNewsletterAsync(2);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Theory]
    [InlineData("nl", "Toestemmingen in cijfers", "Ja", "Ja gezegd", "okt 2025", "dec 2025", "Nieuwsbrief")]
    [InlineData("en", "Consents in numbers", "Yes", "Said yes", "Oct 2025", "Dec 2025", "Newsletter")]
    public async Task A_manager_sees_who_stands_where_and_how_it_came_so(string language, string heading, string yes, string saidYes, string earlier, string now, string newsletter)
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", language);

        var page = await manager.GetAsync("/gdpr/log/consent");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Heading.Should().Be(heading);
        page.Html.QuerySelectorAll("main svg[role=img]").Length.Should().Be(2);
        var tables = page.Html.QuerySelectorAll("main table").Select(table => table.QuerySelectorAll("tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToArray()).ToArray()).ToArray();
        tables[0][0].Should().Contain(yes);
        tables[0].Single(row => row[0] == newsletter).Skip(1).Should().Equal("2", "1", "3");
        tables[1][0].Should().Contain(saidYes);
        tables[1].Single(row => row[0] == earlier).Skip(1).Should().Equal("1", "0", "1");
        tables[1].Single(row => row[0] == now).Skip(1).Should().Equal("1", "1", "2");
    }

    [Fact]
    public async Task The_log_leads_there_and_the_menu_shows_where_that_is()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");
        var link = (await manager.GetAsync("/gdpr/log")).Html.QuerySelectorAll("main a").Single(each => each.TextContent == "Consents in numbers");

        var page = await manager.GetAsync(link.GetAttribute("href")!);

        page.Heading.Should().Be("Consents in numbers");
        page.Html.QuerySelectorAll("#menu [aria-current=page]").Select(place => place.GetAttribute("href")).Should().Equal("/gdpr/log");
    }

    [Fact]
    public async Task An_employee_who_is_no_manager_sees_no_number()
    {
        using var employee = await _application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync("/gdpr/log/consent");

        page.Main.Should().Contain("Only managers see these numbers.");
        page.Html.QuerySelectorAll("main table, main svg").Should().BeEmpty();
        (await employee.GetAsync("/privacy/manage/consent")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await employee.GetAsync("/gdpr/log")).Html.QuerySelectorAll("main a").Should().NotContain(link => link.TextContent == "Consents in numbers");
    }

    [Fact]
    public async Task The_same_numbers_stand_on_the_page_of_the_package()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await manager.GetAsync("/privacy/manage/consent");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.Body!.TextContent.Should().Contain("Newsletter: per month").And.Contain("Oct 2025");
    }
}
