using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Navigation;

namespace GdprKit.Samples.Shop;

public sealed class PageTests(CrmApplication application)
{
    private static readonly string[] ForEmployees =
    [
        "/dashboard", "/dashboard?year=2023", "/customers", "/customers?p=3", "/customers/1", "/customers/59/edit", "/invoices",
        "/invoices?year=2025", "/invoices/1", "/employees", "/employees/1", "/gdpr/log/consent", .. Menu.Privacy.Select(item => item.Path),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> PublicPages => InBothLanguages("/", "/signup", "/confirm", "/privacy-rights", "/signin");

    public static IEnumerable<TheoryDataRow<string, string>> EmployeePages => InBothLanguages(ForEmployees);

    public static IEnumerable<TheoryDataRow<string>> ProtectedPages => ForEmployees.Select(address => new TheoryDataRow<string>(address));

    [Theory, MemberData(nameof(PublicPages))]
    public async Task A_public_page_answers_in_the_language_of_the_visitor(string address, string language)
    {
        using var visitor = application.CreateVisitor(language);

        var page = await visitor.GetAsync(address);

        ShouldBeWhole(page, language);
    }

    [Theory, MemberData(nameof(EmployeePages))]
    public async Task A_page_of_the_CRM_answers_an_employee_in_their_language(string address, string language)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", language);

        var page = await employee.GetAsync(address);

        ShouldBeWhole(page, language);
    }

    [Theory, MemberData(nameof(ProtectedPages))]
    public async Task A_page_of_the_CRM_sends_anyone_else_to_the_sign_in(string address)
    {
        using var visitor = application.CreateVisitor();

        var page = await visitor.GetAsync(address);

        page.Status.Should().Be(HttpStatusCode.Redirect);
        page.Location.Should().Be($"/signin?returnUrl={Uri.EscapeDataString(address)}");
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/customers/60")]
    [InlineData("/customers/60/edit")]
    [InlineData("/customers/x")]
    [InlineData("/invoices/413")]
    [InlineData("/employees/9")]
    [InlineData("/gdpr/nowhere")]
    public async Task An_address_that_leads_nowhere_is_said_to(string address)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync(address);

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Heading.Should().Be("This page is not here");
    }

    [Fact]
    public async Task An_unknown_address_is_not_found_by_a_visitor_either()
    {
        using var visitor = application.CreateVisitor();

        var page = await visitor.GetAsync("/nergens");

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Heading.Should().Be("Deze pagina is er niet");
    }

    [Theory]
    [InlineData("TRACE", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/signup", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/", HttpStatusCode.BadRequest)]
    public async Task A_method_that_a_page_does_not_know_is_refused(string method, string address, HttpStatusCode status)
    {
        using var visitor = application.CreateVisitor();

        var page = await visitor.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        page.Status.Should().Be(status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/css/site.css")]
    [InlineData("/privacy")]
    [InlineData("/privacy/document.css")]
    public async Task Every_answer_allows_nothing_from_elsewhere_and_no_script(string address)
    {
        using var visitor = application.CreateVisitor();

        var page = await visitor.GetAsync(address);

        page.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which
            .Should().StartWith("default-src 'none'").And.NotContain("script-src").And.NotContain("unsafe");
        page.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    private static IEnumerable<TheoryDataRow<string, string>> InBothLanguages(params string[] addresses) =>
        from address in addresses
        from language in new[] { "nl", "en" }
        select new TheoryDataRow<string, string>(address, language);

    private static void ShouldBeWhole(VisitedPage page, string language)
    {
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.DocumentElement.GetAttribute("lang").Should().Be(language);
        page.ContentHeaders.ContentLanguage.Should().Equal(language);
        page.Html.QuerySelectorAll("h1").Should().ContainSingle();
        page.Heading.Should().NotBeEmpty();
        page.Html.Title.Should().EndWith(language == "nl" ? "Chinook Muziek" : "Chinook Music");
        page.Html.QuerySelectorAll("script, iframe, [style], [onclick]").Should().BeEmpty();
    }
}
