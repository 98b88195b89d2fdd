using System.Net;
using GdprKit.Samples.Application;

namespace GdprKit.Samples.Backups;

/// <summary>An older backup of the shop is restored while it is at work. These tests have a shop of their own; it is 23 December 2025.</summary>
public sealed class BackupPageTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Theory]
    [InlineData("nl", 9, "Er is een oudere back-up teruggezet", "Opnieuw gewiste mensen: 1.", "Alles is herhaald.")]
    [InlineData("en", 10, "An older backup was restored", "People erased again: 1.", "All is repeated.")]
    public async Task A_red_bar_tells_of_a_restored_backup_and_a_manager_has_the_erasures_repeated(string language, int customer, string alarm, string repeated, string done)
    {
        var shop = new ShopBackups(application);
        var backup = await shop.MakeAsync();
        application.Clock.AdvanceMinutes(1);
        await shop.EraseAsync(customer);
        (await shop.PhoneAsync(customer)).Should().BeNull();
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        (await manager.GetAsync("/dashboard")).Html.QuerySelector(".alarm").Should().BeNull();

        await shop.RestoreAsync(backup);
        (await manager.GetAsync("/dashboard")).Html.QuerySelector(".alarm")!.TextContent.Should().Contain(alarm);
        (await shop.PhoneAsync(customer)).Should().NotBeNull("it is back");

        var (status, rehearsed) = await PostAsync(manager, "Rehearse");
        status.Should().Be(HttpStatusCode.OK);
        rehearsed.Html.QuerySelector("#rehearsal")!.TextContent.Should().Contain(repeated);
        (await shop.PhoneAsync(customer)).Should().NotBeNull("nothing was changed");
        (await PostAsync(manager, "Replay")).Status.Should().Be(HttpStatusCode.Redirect);
        var page = await manager.GetAsync("/gdpr/backups");
        page.Html.QuerySelector(".confirmation")!.TextContent.Should().Be(done);
        page.Html.QuerySelector(".restore")!.TextContent.Should().Contain(repeated);
        (await shop.PhoneAsync(customer)).Should().BeNull();
        (await manager.GetAsync("/dashboard")).Html.QuerySelector(".alarm").Should().BeNull();
    }

    [Fact]
    public async Task Backups_that_are_kept_longer_are_recorded_and_ended()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        (await manager.GetAsync("/gdpr/backups?ErasedOn=2025-12-23")).Html.QuerySelector("#forecast")!.TextContent.Should().Contain("24 Mar 2026");

        var fields = new Dictionary<string, string> { ["Set"] = "nightly", ["MadeFrom"] = "2025-12-23", ["GoneBy"] = "2026-09-01", ["Reason"] = "the disk was full" };
        (await PostAsync(manager, "Delay", fields)).Status.Should().Be(HttpStatusCode.Redirect);
        var page = await manager.GetAsync("/gdpr/backups?ErasedOn=2025-12-23");
        page.Html.QuerySelector("#forecast")!.TextContent.Should().Contain("1 Sept 2026");
        fields["Delay"] = page.Html.QuerySelector("form:has(button[formaction*=Gone]) input[name=Delay]")!.GetAttribute("value")!;
        application.Clock.AdvanceMinutes(1);
        (await PostAsync(manager, "Gone", fields)).Status.Should().Be(HttpStatusCode.Redirect);
        application.Clock.AdvanceMinutes(1);
        (await manager.GetAsync("/gdpr/backups?ErasedOn=2025-12-23")).Html.QuerySelector("#forecast")!.TextContent.Should().Contain("24 Mar 2026");

        fields["Reason"] = "";
        var refused = (await PostAsync(manager, "Delay", fields)).Page.Html;
        refused.QuerySelector(".faults")!.TextContent.Should().Contain("GDPR1806");
        refused.QuerySelector("details[open] input[name=GoneBy]")!.GetAttribute("value").Should().Be("2026-09-01", "what was entered is not entered again");
    }

    [Fact]
    public async Task Who_is_no_manager_sees_and_does_nothing()
    {
        using var seller = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await seller.GetAsync("/gdpr/backups");
        page.Html.QuerySelector("#sets").Should().BeNull();
        page.Html.Body!.TextContent.Should().Contain("Only managers see the backups.");
        (await PostAsync(seller, "Replay")).Status.Should().BeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Redirect);
    }

    private static async Task<(HttpStatusCode Status, VisitedPage Page)> PostAsync(Visitor employee, string handler, Dictionary<string, string>? fields = null)
    {
        var page = await employee.GetAsync("/gdpr/backups");
        var answer = await employee.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/gdpr/backups?handler={handler}")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(fields ?? [])
            {
                ["__RequestVerificationToken"] = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            }),
        });
        return (answer.Status, answer);
    }
}
