using System.Net;
using System.Text;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Gdpr;
using Microsoft.Data.Sqlite;

namespace GdprKit.Samples.Retention;

/// <summary>The database is no longer what the program knows: an employee is told so, kindly, and not that something broke.</summary>
public sealed class UnansweredTests(CrmApplication application) : IClassFixture<CrmApplication>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await ExecuteAsync("ALTER TABLE InvoiceLine RENAME TO Gone");

    public async ValueTask DisposeAsync() => await ExecuteAsync("ALTER TABLE Gone RENAME TO InvoiceLine");

    [Theory]
    [InlineData("nl", "Opruimen", "Dit is nu niet te tellen", "Kijk of de database er nog is")]
    [InlineData("en", "Clean up", "This cannot be counted now", "See whether the database is still there")]
    public async Task The_preview_says_that_the_database_does_not_answer_and_what_to_do(string language, string heading, string title, string remedy)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);

        var page = await manager.GetAsync("/gdpr/cleanup");

        page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.Heading.Should().Be(heading);
        page.Html.QuerySelector("main [role=alert]")!.TextContent.Should().Contain(title).And.Contain(remedy).And.Contain("GDPR3005");
    }

    [Theory]
    [InlineData("nl", "Dit is nu niet te tellen")]
    [InlineData("en", "This cannot be counted now")]
    public async Task The_comparison_says_so_too_and_keeps_what_was_given(string language, string title)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        var proposed = Encoding.UTF8.GetString(CrmRegister.Create().ToJson());

        var page = await manager.SubmitAsync(
            await manager.GetAsync("/gdpr/cleanup/compare"), "main form", new Dictionary<string, string> { ["Proposed"] = proposed });

        page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.Html.QuerySelector("main [role=alert]")!.TextContent.Should().Contain(title).And.Contain("GDPR3005");
        page.Html.QuerySelector("textarea")!.TextContent.ReplaceLineEndings().Should().Be(proposed.ReplaceLineEndings());
    }

    [Theory]
    [InlineData("nl", "Dit is nu niet te tellen")]
    [InlineData("en", "This cannot be counted now")]
    public async Task The_consents_in_numbers_say_so_when_the_ledger_is_gone(string language, string title)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        await ExecuteAsync("ALTER TABLE gdpr_head RENAME TO gone_head");
        try
        {
            var page = await manager.GetAsync("/gdpr/log/consent");

            page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
            page.Html.QuerySelector("main [role=alert]")!.TextContent.Should().Contain(title).And.Contain("GDPR3005");
            page.Html.QuerySelectorAll("main .note").Should().BeEmpty("a manager is not told that only managers see it");
        }
        finally
        {
            await ExecuteAsync("ALTER TABLE gone_head RENAME TO gdpr_head");
        }
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = application.DatabasePath, Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A statement of this test.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
