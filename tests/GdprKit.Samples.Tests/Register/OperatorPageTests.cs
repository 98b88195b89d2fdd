using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Gdpr;

namespace GdprKit.Samples.Register;

public sealed class OperatorPageTests(CrmApplication application)
{
    public static TheoryData<string> Addresses => ["/privacy/manage/register", "/privacy/manage/record", "/privacy/manage/record.csv", "/privacy/manage/record.json", "/privacy/manage/coverage"];

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_visitor_is_asked_to_sign_in_and_then_led_there(string address)
    {
        using var visitor = application.CreateVisitor();

        var page = await visitor.GetAsync(address);

        page.Status.Should().Be(HttpStatusCode.Redirect);
        page.Location.Should().Be($"/signin?returnUrl={Uri.EscapeDataString(address)}");
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task An_employee_who_is_no_manager_is_refused_in_words(string address)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync(address);

        page.Status.Should().Be(HttpStatusCode.Forbidden);
        page.Heading.Should().Be("This is not for you");
        page.Html.DocumentElement.TextContent.Should().NotContain("Kloek Administraties");
    }

    [Theory]
    [InlineData("/privacy/manage/register", "nl")]
    [InlineData("/privacy/manage/register", "en")]
    [InlineData("/privacy/manage/record", "nl")]
    [InlineData("/privacy/manage/record", "en")]
    public async Task A_manager_sees_every_activity_and_nothing_stays_behind(string address, string language)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);

        var page = await manager.GetAsync(address);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.Html.DocumentElement.GetAttribute("lang").Should().Be(language);
        foreach (var activity in CrmRegister.Create().Activities)
        {
            page.Html.Body!.TextContent.Should().Contain(activity.Name[Language.Parse(language)]);
        }
    }

    [Theory]
    [InlineData("Jane Peacock", false)]
    [InlineData("Nancy Edwards", true)]
    public async Task The_way_to_these_pages_is_shown_to_managers_only(string name, bool shown)
    {
        using var employee = await application.CreateEmployeeAsync(name);

        var page = await employee.GetAsync("/gdpr/register");

        (page.Html.QuerySelector("a[href^='/privacy/manage/']") is not null).Should().Be(shown);
    }

    [Theory]
    [InlineData("/gdpr/register", 3)]
    [InlineData("/gdpr/notice", 3)]
    public async Task Every_link_on_a_place_that_works_leads_to_what_the_manager_may_see(string address, int atLeast)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        var page = await manager.GetAsync(address);

        var links = page.Html.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!).ToArray();

        links.Should().HaveCountGreaterThanOrEqualTo(atLeast);
        foreach (var link in links)
        {
            (await manager.GetAsync(link)).Status.Should().Be(HttpStatusCode.OK, link);
        }
    }
}
