using GdprKit.Samples.Application;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Samples.Retention;

/// <summary>A manager approves what is past its period, and it goes, in the background. These tests move the clock and delete, so each has a shop of its own.</summary>
public sealed class CleanupRunTests : IAsyncLifetime
{
    private const string Address = "/gdpr/cleanup";

    private const string OldInvoices = "SELECT count(*) FROM Invoice WHERE InvoiceDate < '2024-01-01'";

    private readonly CrmApplication _application = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ShopFile Shop => new(_application.DatabasePath);

    public ValueTask InitializeAsync() => _application.InitializeAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Theory]
    [InlineData("en", "Approve and clean up", "The clean-up is approved.", "Done", "invoice lines")]
    [InlineData("nl", "Goedkeuren en opruimen", "Het opruimen is goedgekeurd.", "Klaar", "factuurregels")]
    public async Task What_is_past_its_period_goes_once_a_manager_approves_it_and_nothing_else(string language, string button, string approved, string done, string lines)
    {
        using var manager = await OpenAsync(new LocalDate(2031, 6, 1), language);
        var (old, all) = (Shop.Number(OldInvoices), Shop.Number("SELECT count(*) FROM Invoice"));
        var page = await manager.GetAsync(Address);
        page.Html.QuerySelector("form[action*='handler=Approve'] button")!.TextContent.Should().Be(button);
        Shop.Number(OldInvoices).Should().Be(old).And.BePositive("looking deletes nothing");

        await manager.SubmitAsync(page, "form[action*='handler=Approve']", new Dictionary<string, string>());

        (await manager.GetAsync(Address)).Html.Body!.TextContent.Should().Contain(approved);
        var after = await WaitAsync(manager);
        after.Html.QuerySelector("[aria-labelledby=past] summary")!.TextContent.Should().Contain(done);
        after.Html.QuerySelector("[aria-labelledby=past] .steps")!.TextContent.Should().Contain(lines);
        Shop.Number(OldInvoices).Should().Be(0);
        Shop.Number("SELECT count(*) FROM InvoiceLine WHERE InvoiceId NOT IN (SELECT InvoiceId FROM Invoice)").Should().Be(0);
        Shop.Number("SELECT count(*) FROM Invoice").Should().Be(all - old);
    }

    [Fact]
    public async Task What_is_on_hold_stays()
    {
        using var manager = await OpenAsync(new LocalDate(2031, 6, 1), "en");
        var theirs = Shop.Number($"{OldInvoices} AND CustomerId = 5");
        await using (var scope = _application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<LegalHolds>().PlaceAsync(
                new HoldScope.Person(SubjectId.Of(Crm.Gdpr.Crm.Customers, 5)), HoldGround.LegalClaims, Operator.Parse("employee-2"), "Broken record", new LocalDate(2031, 12, 1), cancellationToken: Token);
        }

        await manager.SubmitAsync(await manager.GetAsync(Address), "form[action*='handler=Approve']", new Dictionary<string, string>());
        await WaitAsync(manager);

        Shop.Number(OldInvoices).Should().Be(theirs).And.BePositive();
    }

    [Fact]
    public async Task A_page_of_yesterday_approves_nothing()
    {
        using var manager = await OpenAsync(new LocalDate(2031, 6, 1), "en");
        var old = Shop.Number(OldInvoices);
        var yesterday = await manager.GetAsync(Address);
        _application.Clock.AdvanceDays(1);

        var page = await manager.SubmitAsync(yesterday, "form[action*='handler=Approve']", new Dictionary<string, string>());

        page.Html.QuerySelector("main [role=alert]")!.TextContent.Should().Contain("GDPR1700");
        Shop.Number(OldInvoices).Should().Be(old);
    }

    [Fact]
    public async Task Who_is_no_manager_cannot_approve()
    {
        using var manager = await OpenAsync(new LocalDate(2031, 6, 1), "en");
        using var employee = await _application.CreateEmployeeAsync("Jane Peacock", "en");
        var page = await manager.GetAsync(Address);

        var refused = await employee.SubmitAsync(page, "form[action*='handler=Approve']", new Dictionary<string, string>());

        refused.Status.Should().NotBe(System.Net.HttpStatusCode.OK);
        Shop.Number(OldInvoices).Should().BePositive();
    }

    private async Task<Visitor> OpenAsync(LocalDate day, string language)
    {
        _application.Clock.Reset(day.At(LocalTime.Noon).InUtc().ToInstant());
        return await _application.CreateEmployeeAsync("Nancy Edwards", language);
    }

    private static async Task<VisitedPage> WaitAsync(Visitor manager)
    {
        for (var tried = 0; tried < 5_000; tried++)
        {
            var page = await manager.GetAsync(Address);
            if (page.Html.QuerySelector("progress") is null)
            {
                return page;
            }
        }

        throw new TimeoutException("The run did not come to its end.");
    }
}
