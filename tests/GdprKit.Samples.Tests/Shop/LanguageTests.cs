using System.Net;
using GdprKit.Samples.Application;
using NodaTime;

namespace GdprKit.Samples.Shop;

/// <summary>The clock stands far ahead: the cookie of the language holds a year from then, whenever these tests run.</summary>
public sealed class LanguageTests : IClassFixture<CrmApplication>
{
    private readonly CrmApplication _application;

    public LanguageTests(CrmApplication application)
    {
        _application = application;
        _application.Clock.Reset(Instant.FromUtc(2100, 3, 1, 12, 0));
    }

    [Theory]
    [InlineData("nl", "nl")]
    [InlineData("nl-BE", "nl")]
    [InlineData("en-GB,nl;q=0.5", "en")]
    [InlineData("fr,en;q=0.3", "en")]
    [InlineData("fr", "nl")]
    public async Task A_visitor_reads_the_language_of_the_browser_or_else_Dutch(string accepted, string language)
    {
        using var visitor = _application.CreateVisitor(accepted);

        (await visitor.GetAsync("/")).Html.DocumentElement.GetAttribute("lang").Should().Be(language);
    }

    [Fact]
    public async Task A_chosen_language_is_remembered_for_a_year_and_wins()
    {
        using var visitor = _application.CreateVisitor("nl");
        var page = await visitor.GetAsync("/signup?culture=nl&x=1");

        var answer = await visitor.SubmitAsync(page, "form.language");

        answer.Location.Should().Be("/signup?x=1");
        answer.Headers.GetValues("Set-Cookie").Should().Contain(cookie =>
            cookie.Contains("expires=Tue, 01 Mar 2101 12:00:00 GMT", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.Ordinal));
        (await visitor.GetAsync(answer.Location!)).Heading.Should().Be("Sign up");
    }

    [Fact]
    public async Task A_year_without_sales_says_so_instead_of_showing_only_zeros()
    {
        using var employee = await _application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync("/dashboard");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain("Nothing has been sold yet in 2100. The last invoice is of 22 December 2025.");
    }
}
