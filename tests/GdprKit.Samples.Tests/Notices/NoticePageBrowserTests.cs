using GdprKit.Notices;
using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace GdprKit.Samples.Notices;

/// <summary>The page behind the link of a mail, and the one that staff sees at the next visit, in a real browser.</summary>
public sealed class NoticePageBrowserTests(CrmApplication application, Chromium chromium) : IClassFixture<CrmApplication>
{
    private static readonly NoticeAudience Staff = NoticeAudience.Of(Crm.Gdpr.Crm.Employees);

    [BrowserTheory]
    [InlineData("nl", 11, 1280, ColorScheme.Light, true, "Ik heb de privacyverklaring gelezen", "Dank je.")]
    [InlineData("en", 12, 320, ColorScheme.Dark, true, "I have read the privacy notice", "Thank you.")]
    [InlineData("nl", 13, 360, ColorScheme.Light, false, "Ik heb de privacyverklaring gelezen", "Dank je.")]
    public async Task Who_follows_the_link_of_a_mail_reads_the_notice_and_says_so_by_one_button(
        string language, int customer, int width, ColorScheme colors, bool javaScript, string label, string thanks)
    {
        var link = await LinkAsync(customer, Language.Parse(language));
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors, JavaScript = javaScript });

        await window.GoToAsync(link);
        await ShouldBeUsableAsync(window, javaScript);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = label }).First.ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync(thanks);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        (await window.Page.Locator("html").GetAttributeAsync("lang")).Should().Be(language);
        await ShouldBeUsableAsync(window, javaScript);
        (await application.DeliveryToAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, customer))).Means.Should().Be(AcknowledgementMeans.Link);
    }

    [BrowserTheory]
    [InlineData("en", 1280, ColorScheme.Light, "Our privacy notice is new", "Read it later", "I have read the privacy notice")]
    [InlineData("nl", 320, ColorScheme.Dark, "Onze privacyverklaring is nieuw", "Later lezen", "Ik heb de privacyverklaring gelezen")]
    public async Task Staff_is_shown_its_notice_at_the_next_visit_reads_it_later_or_now_and_goes_on(
        string language, int width, ColorScheme colors, string title, string later, string read)
    {
        await application.PublishNoticeAsync(Staff);
        var (number, name) = language == "en" ? (3, "Jane Peacock") : (4, "Margaret Park");
        using var employee = await application.CreateEmployeeAsync(name, language);
        await using var window = await chromium.OpenAsync(new WindowOptions
        {
            Width = width,
            Height = 740,
            Language = language,
            ColorScheme = colors,
            Cookies = employee.Cookies,
        });

        await window.Page.GotoAsync($"{application.Address}/customers?page=2");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await ShouldBeUsableAsync(window, javaScript: true);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = later }).First.ClickAsync();
        window.Page.Url.Should().Be($"{application.Address}/customers?page=2", "later always leads on");
        await window.Page.GotoAsync($"{application.Address}/invoices");
        window.Page.Url.Should().Be($"{application.Address}/invoices");

        await window.Page.GotoAsync($"{application.Address}/privacy/gate?returnUrl=%2Fcustomers");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = read }).Last.ClickAsync();

        window.Page.Url.Should().Be($"{application.Address}/customers");
        (await application.DeliveryToAsync(SubjectId.Of(Crm.Gdpr.Crm.Employees, number), Staff)).Means.Should().Be(AcknowledgementMeans.Account);
    }

    private async Task ShouldBeUsableAsync(BrowserWindow window, bool javaScript)
    {
        if (javaScript)
        {
            await window.Page.ShouldBeAccessibleAsync();
            await window.Page.ShouldHaveOrderlyHeadingsAsync(within: "body");
            await window.Page.ShouldNotScrollSidewaysAsync();
        }

        window.ShouldHaveStayedQuietAt(application.Address);
    }

    private async Task<string> LinkAsync(int customer, Language language)
    {
        var version = await application.PublishNoticeAsync();
        await using var scope = application.Services.CreateAsyncScope();
        var person = (await scope.ServiceProvider.GetRequiredService<GdprKit.Subjects.ISubjectDirectory>()
            .FindBySubjectAsync([SubjectId.Of(Crm.Gdpr.Crm.Customers, customer)], TestContext.Current.CancellationToken))[0];
        return scope.ServiceProvider.GetRequiredService<INoticeLinks>()
            .Confirm(person.Ref, version, language, application.Clock.GetCurrentInstant() + Duration.FromDays(30)).AbsoluteUri;
    }
}
