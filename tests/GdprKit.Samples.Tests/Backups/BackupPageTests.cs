using System.Net;
using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Backups;
using GdprKit.Samples.Crm.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Backups;

/// <summary>An older backup of the shop is restored while it is at work. These tests have a shop of their own; it is 23 December 2025.</summary>
public sealed class BackupPageTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private static readonly Operator Manager = Operator.Parse("employee-2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", 9, "Er is een oudere back-up teruggezet", "Mensen die opnieuw gewist zijn: 1.", "Alles is herhaald.")]
    [InlineData("en", 10, "An older backup was restored", "People who are erased again: 1.", "All is repeated.")]
    public async Task A_red_bar_tells_of_a_restored_backup_and_a_manager_has_the_erasures_repeated(string language, int customer, string alarm, string repeated, string done)
    {
        var backup = await WithAsync(async services =>
        {
            await services.GetRequiredService<LedgerSequencer>().PumpAsync(Token);
            return await services.GetRequiredService<BackupFolder>().MakeAsync(application.Clock.GetCurrentInstant(), Token);
        });
        application.Clock.AdvanceMinutes(1);
        await EraseAsync(customer);
        (await PhoneAsync(customer)).Should().BeNull();
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        (await manager.GetAsync("/dashboard")).Html.QuerySelector(".alarm").Should().BeNull();

        await RestoreAsync(backup);
        (await manager.GetAsync("/dashboard")).Html.QuerySelector(".alarm")!.TextContent.Should().Contain(alarm);
        (await PhoneAsync(customer)).Should().NotBeNull("it is back");

        var (status, rehearsed) = await PostAsync(manager, "Rehearse");
        status.Should().Be(HttpStatusCode.OK);
        rehearsed.Html.QuerySelector("#rehearsal")!.TextContent.Should().Contain(repeated);
        (await PhoneAsync(customer)).Should().NotBeNull("nothing was changed");
        (await PostAsync(manager, "Replay")).Status.Should().Be(HttpStatusCode.Redirect);
        var page = await manager.GetAsync("/gdpr/backups");
        page.Html.QuerySelector(".confirmation")!.TextContent.Should().Be(done);
        page.Html.QuerySelector(".restore")!.TextContent.Should().Contain(repeated);
        (await PhoneAsync(customer)).Should().BeNull();
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
        (await PostAsync(manager, "Delay", fields)).Page.Html.QuerySelector(".faults")!.TextContent.Should().Contain("GDPR1806");
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

    private async Task EraseAsync(int customer)
    {
        var order = await WithAsync(async services => await services.GetRequiredService<Erasures>().OrderAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, customer), Manager, cancellationToken: Token));
        application.Clock.AdvanceSeconds(1);
        while ((await WithAsync(async services => await services.GetRequiredService<Erasures>().FindAsync(order.Id, Token)))!.Places.Any(place => !place.IsByHand && !place.HasAnswered))
        {
            Token.ThrowIfCancellationRequested();
            await WithAsync(async services => await services.GetRequiredService<ErasureRunner>().RunAsync(Token));
        }

        await WithAsync(async services => await services.GetRequiredService<LedgerSequencer>().PumpAsync(Token));
    }

    private async Task RestoreAsync(string backup)
    {
        SqliteConnection.ClearAllPools();
        File.Delete($"{application.DatabasePath}-wal");
        File.Delete($"{application.DatabasePath}-shm");
        File.Copy(backup, application.DatabasePath, overwrite: true);

        // Whoever looks after this sees it; within five seconds everybody does.
        application.Clock.AdvanceSeconds(6);
        await WithAsync(async services => await services.GetRequiredService<LedgerGuard>().FindRefusalAsync(Token));
    }

    private Task<string?> PhoneAsync(int customer) => WithAsync(services =>
        services.GetRequiredService<CrmDbContext>().Customers.Where(each => each.CustomerId == customer).Select(each => each.Phone).SingleAsync(Token));

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
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
