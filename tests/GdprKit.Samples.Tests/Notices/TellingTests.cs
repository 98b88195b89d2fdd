using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace GdprKit.Samples.Notices;

/// <summary>A manager publishes the notice and tells all customers. This writes, so it has a shop of its own.</summary>
public sealed class TellingTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private const string Notice = "/gdpr/notice";

    private const string Inform = "/gdpr/inform";

    private const string Publish = "form[action*='Publish']";

    private const string Tell = "main form";

    [Fact]
    public async Task A_manager_publishes_sends_to_the_own_address_tells_all_customers_and_sees_who_confirmed()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        (await manager.GetAsync(Inform)).Main.Should().Contain("Nothing was published yet");

        var published = await manager.SubmitAsync(await manager.GetAsync(Notice), Publish);
        published.Status.Should().Be(HttpStatusCode.Redirect);
        (await manager.GetAsync(Notice)).Main.Should().Contain("What stands below is published.").And.Contain("This is the first privacy notice");

        await manager.SubmitAsync(await manager.GetAsync(Inform), Tell, new Dictionary<string, string> { ["TestAddress"] = "nancy@chinookcorp.example" }, "button[formaction*='Test']");
        application.Mails.Should().ContainSingle(mail => mail.To.Mailboxes.Single().Address == "nancy@chinookcorp.example");
        await NumbersAsync(manager, "59", "59", "0", "0", "0", "0");

        (await manager.SubmitAsync(await manager.GetAsync(Inform), Tell, button: "button[formaction*='Start']")).Status.Should().Be(HttpStatusCode.Redirect);
        await UntilToldAsync(manager);
        await NumbersAsync(manager, "59", "0", "59", "0", "0", "0");
        application.Mails.Should().HaveCount(60);
        application.Mails.Select(mail => mail.MessageId).Should().OnlyHaveUniqueItems();

        using var customer = application.CreateVisitor("nl");
        var page = await customer.GetAsync(LinkOf(application.MailTo("luisg@embraer.com.br")));
        page.Status.Should().Be(HttpStatusCode.OK);
        await NumbersAsync(manager, "59", "0", "59", "0", "0", "0");
        (await customer.SubmitAsync(page, "form")).Status.Should().Be(HttpStatusCode.SeeOther);
        await NumbersAsync(manager, "59", "0", "58", "1", "0", "0");

        (await manager.GetAsync("/customers/1")).Html.QuerySelectorAll("section[aria-labelledby=told] tbody tr td:nth-child(2)").Select(cell => cell.TextContent)
            .Should().Equal("Confirmed through a link to have read the privacy notice.", "Was sent the privacy notice by e-mail.");
        var links = (await manager.GetAsync(Inform)).Html.QuerySelectorAll("main a[href*='/manage/told/']").Select(link => link.GetAttribute("href")!).ToList();
        (await manager.GetAsync(links[0])).Html.QuerySelectorAll("tbody tr").Should().HaveCount(59);
        (await manager.GetAsync(links[1])).ContentHeaders.ContentType!.MediaType.Should().Be("text/csv");

        foreach (var step in new[] { "Pause", "Resume" })
        {
            await manager.SubmitAsync(await manager.GetAsync(Inform), Tell, button: $"button[formaction*='{step}']");
        }

        (await manager.GetAsync(Inform)).Main.Should().Contain("Running.");
        application.Mails.Should().HaveCount(60, "everybody is told once");
    }

    [Fact]
    public async Task A_manager_stops_for_good_and_says_why()
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        using var manager = await shop.CreateEmployeeAsync("Nancy Edwards", "en");
        await manager.SubmitAsync(await manager.GetAsync(Notice), Publish);
        await manager.SubmitAsync(await manager.GetAsync(Inform), Tell, button: "button[formaction*='Start']");
        await UntilToldAsync(manager);
        await manager.SubmitAsync(await manager.GetAsync(Inform), Tell, button: "button[formaction*='Pause']");

        (await manager.SubmitAsync(await manager.GetAsync(Inform), Tell, button: "button[formaction*='Stop']")).Html.QuerySelector("[role=alert]")!.TextContent.Should().Contain("GDPR1311");
        await manager.SubmitAsync(await manager.GetAsync(Inform), Tell, new Dictionary<string, string> { ["Reason"] = "The text has a mistake." }, "button[formaction*='Stop']");

        (await manager.GetAsync(Inform)).Main.Should().Contain("Stopped.");
    }

    [Fact]
    public async Task Who_no_mail_reaches_gets_a_letter_that_a_manager_records()
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        using var manager = await shop.CreateEmployeeAsync("Nancy Edwards", "en");
        await manager.SubmitAsync(await manager.GetAsync(Notice), Publish);
        await manager.SubmitAsync(await manager.GetAsync(Inform), Tell, button: "button[formaction*='Start']");
        await UntilToldAsync(manager);
        (await manager.GetAsync(Inform)).Html.QuerySelector("a[href$='letters.csv']").Should().BeNull();
        await using (var scope = shop.Services.CreateAsyncScope())
        {
            var version = (await scope.ServiceProvider.GetRequiredService<NoticeVersions>().ListAsync(cancellationToken: TestContext.Current.CancellationToken))[0];
            await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().RecordBounceAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, 1), version, TestContext.Current.CancellationToken);
        }

        shop.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        var page = await manager.GetAsync(Inform);
        var letters = await manager.GetAsync(page.Html.QuerySelector("a[href$='letters.csv']")!.GetAttribute("href")!);
        letters.Html.Body!.TextContent.Should().Contain("Embraer").And.Contain("São José dos Campos").And.NotContain("Stuttgart");
        await manager.SubmitAsync(page, Tell, button: "button[formaction*='Letters']");

        await NumbersAsync(manager, "59", "0", "59", "0", "0", "0");
    }

    [Fact]
    public async Task The_health_of_the_workers_is_told_to_who_asks()
    {
        using var visitor = application.CreateVisitor();

        (await visitor.GetAsync("/health")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_refused_is_told_with_its_id_and_nothing_is_published()
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        using var manager = await shop.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await manager.SubmitAsync(await manager.GetAsync(Notice), Publish, new Dictionary<string, string> { ["Form.EffectiveOn"] = "2025-12-22" });

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelector("[role=alert]")!.TextContent.Should().Contain("GDPR1302");
        (await manager.GetAsync(Inform)).Main.Should().Contain("Nothing was published yet");
    }

    [Fact]
    public async Task A_manager_publishes_the_notice_of_staff_apart()
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        using var manager = await shop.CreateEmployeeAsync("Nancy Edwards", "en");

        var sent = await manager.SubmitAsync(await manager.GetAsync(Notice), "form[action*='PublishStaff']");

        sent.Status.Should().Be(HttpStatusCode.Redirect);
        (await manager.GetAsync(Notice)).Main.Should().Contain("The privacy notice of employees is published").And.Contain("Nothing was published", "of customers nothing is");
    }

    [Fact]
    public async Task An_employee_reads_and_does_neither()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        (await employee.GetAsync(Notice)).Html.QuerySelector("main form").Should().BeNull();
        (await employee.GetAsync(Inform)).Html.QuerySelector("main form").Should().BeNull();
        (await employee.GetAsync("/privacy/manage/told")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private static string LinkOf(MimeMessage mail)
    {
        var text = mail.TextBody!;
        var begin = text.IndexOf("/privacy/confirm/", StringComparison.Ordinal);
        return text[begin..].Split('\n', ' ')[0].Trim();
    }

    // The page shows by itself how far the worker has come, for as long as somebody waits.
    internal static async Task UntilToldAsync(Visitor manager)
    {
        while ((await manager.GetAsync(Inform)).Headers.Contains("Refresh"))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task NumbersAsync(Visitor manager, params string[] expected) =>
        (await manager.GetAsync(Inform)).Html.QuerySelectorAll("dl.facts dd").Select(number => number.TextContent.Trim()).Should().Equal(expected);
}
