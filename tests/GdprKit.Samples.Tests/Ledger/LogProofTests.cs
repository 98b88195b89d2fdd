using System.Net;
using System.Text.Json;
using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Transparency;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace GdprKit.Samples.Ledger;

/// <summary>Whether the log still is what was recorded, as managers see and take it.</summary>
public sealed class LogProofTests(Chromium chromium) : IAsyncLifetime
{
    private readonly CrmApplication _application = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _application.InitializeAsync();
        await _application.SignUpAsync("ada@example.nl");
        await _application.SignUpAsync("ben@example.nl");
        await OrderAsync();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Theory]
    [InlineData("nl", "Klopt het logboek nog?", "Het logboek klopt:", "De kopie buiten de database is bij.")]
    [InlineData("en", "Is the log still sound?", "The log is sound:", "The copy outside of the database is up to date.")]
    public async Task Who_presses_the_button_reads_that_the_log_is_sound(string language, string title, string sound, string mirror)
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", language);
        (await manager.GetAsync("/gdpr/log")).Main.Should().Contain(title).And.NotContain(sound);

        var page = await VerifyAsync(manager);

        page.Main.Should().Contain(sound).And.Contain(mirror);
        page.Headers.Contains("Refresh").Should().BeFalse("nothing runs any more");
    }

    [Theory]
    [InlineData("nl", "Deze pagina ververst zichzelf tot het klaar is.")]
    [InlineData("en", "This page refreshes itself until it is done.")]
    public async Task While_it_is_verified_the_page_refreshes_itself_and_has_no_button(string language, string refreshes)
    {
        await StopWorkerAsync();
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", language);
        await manager.SubmitAsync(await manager.GetAsync("/gdpr/log"), "section[aria-labelledby=proof] form");

        var page = await manager.GetAsync("/gdpr/log");

        page.Main.Should().Contain(refreshes);
        page.Headers.GetValues("Refresh").Should().Equal("2");
        page.Html.QuerySelector("section[aria-labelledby=proof] button").Should().BeNull();
        await _application.Services.GetRequiredService<VerificationRun>().RunAsync(Cancel);
        (await manager.GetAsync("/gdpr/log")).Html.QuerySelector("section[aria-labelledby=proof] button").Should().NotBeNull();
    }

    [Theory]
    [InlineData("nl", "Het logboek klopt niet", "Positie 1: Wat hier was vastgelegd, is achteraf veranderd.", "Laat de database zoals hij is")]
    [InlineData("en", "The log is not sound", "Position 1: What was recorded here was changed afterwards.", "Leave the database as it is")]
    public async Task A_row_that_was_changed_in_the_database_is_named_and_the_page_stays_usable(string language, string unsound, string finding, string remedy)
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", language);
        Execute("UPDATE gdpr_entry SET recorded_at = recorded_at + 1 WHERE entry_id = (SELECT entry_id FROM gdpr_order WHERE position = 1)");

        var page = await VerifyAsync(manager);

        page.Main.Should().Contain(unsound).And.Contain(finding).And.Contain(remedy);
        page.Html.QuerySelectorAll("table.log tbody tr").Should().NotBeEmpty();
        page.Html.QuerySelector("section[aria-labelledby=proof] button").Should().NotBeNull("it can be verified again");
        (await manager.GetAsync("/privacy/manage/ledger")).Html.Body!.TextContent.Should().Contain(finding);
        (await manager.GetAsync("/health")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task The_proof_of_a_line_and_the_checkpoint_fit_together()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards");
        var page = await manager.GetAsync("/gdpr/log");
        var links = page.Html.QuerySelectorAll("table.log a[href*='/ledger/proof/']");
        links.Should().HaveCount(page.Html.QuerySelectorAll("table.log tbody tr").Length);

        var proof = await ReadAsync(manager, links[0].GetAttribute("href")!);
        var note = await ReadAsync(manager, page.Html.QuerySelector("main a[href$='/ledger/checkpoint']")!.GetAttribute("href")!);
        var checkpoint = Checkpoint.Open(note, NoteVerifier.Parse(page.Html.QuerySelector("section[aria-labelledby=proof] code")!.TextContent));

        using var json = JsonDocument.Parse(proof);
        var path = json.RootElement.GetProperty("path").EnumerateArray().Select(each => Digest.FromBytes(each.GetBytesFromBase64())).ToValueList();
        new InclusionProof(json.RootElement.GetProperty("position").GetInt64(), checkpoint.Size, path)
            .Verifies(MerkleTree.LeafOf(Digest.FromBytes(json.RootElement.GetProperty("hash").GetBytesFromBase64())), checkpoint.Root).Should().BeTrue();
    }

    [Fact]
    public async Task A_checkpoint_of_the_copy_that_somebody_else_signed_is_found()
    {
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", "en");
        (await VerifyAsync(manager)).Main.Should().Contain("The log is sound:");
        var key = _application.Services.GetRequiredService<CheckpointKeyFile>().FilePath;
        File.Delete(key);
        NoteSignerFile.Create(key, CheckpointKeyFile.Origin);

        (await VerifyAsync(manager)).Main.Should().Contain("A checkpoint does not belong to this log, or is not signed by its key.");
    }

    [Fact]
    public async Task Who_is_no_manager_neither_verifies_nor_takes_a_proof()
    {
        using var employee = await _application.CreateEmployeeAsync("Jane Peacock");
        var page = await employee.GetAsync("/gdpr/log");

        page.Main.Should().NotContain("Klopt het logboek nog?");
        (await employee.GetAsync("/privacy/manage/ledger")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await employee.GetAsync("/privacy/manage/ledger/checkpoint")).Status.Should().Be(HttpStatusCode.Forbidden);
        _application.Services.GetRequiredService<VerificationRun>().Last.Should().BeNull();
    }

    [Fact]
    public void The_copy_lies_outside_of_the_database_and_each_database_has_its_own()
    {
        var byDefault = new ConfigurationBuilder().Build();
        var database = new CrmDatabase(byDefault);

        Directory.Exists($"{_application.DatabasePath}.mirror").Should().BeTrue();
        new LedgerMirrorFolder(byDefault, database).FolderPath.Should().NotStartWith(Path.GetDirectoryName(database.FilePath) + Path.DirectorySeparatorChar);
    }

    [BrowserTheory]
    [InlineData("nl", "Controleer het logboek", "De controle begint zo.", "Het logboek klopt:")]
    [InlineData("en", "Check the log", "The check is about to begin.", "The log is sound:")]
    public async Task In_a_browser_the_button_leads_to_the_answer_without_script(string language, string button, string begins, string sound)
    {
        await StopWorkerAsync();
        using var manager = await _application.CreateEmployeeAsync("Nancy Edwards", language);
        await using var window = await chromium.OpenAsync(new WindowOptions { Language = language, JavaScript = false, Cookies = manager.Cookies });
        await window.GoToAsync($"{_application.Address}/gdpr/log");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText(begins)).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await _application.Services.GetRequiredService<VerificationRun>().RunAsync(Cancel);

        await Assertions.Expect(window.Page.GetByText(sound)).ToBeVisibleAsync(new() { Timeout = 30_000 });
        window.ShouldHaveStayedQuietAt(_application.Address);
    }

    // Without its worker what is asked for stays asked for.
    private async Task StopWorkerAsync()
    {
        var workers = _application.Services.GetServices<IHostedService>().Where(service => service.GetType() is { IsGenericType: true } type && type.GenericTypeArguments[0].Name == "LedgerVerifyingWork");
        await workers.Should().ContainSingle().Subject.StopAsync(Cancel);
    }

    private async Task OrderAsync() => await _application.Services.GetRequiredService<LedgerSequencer>().PumpAsync(Cancel);

    private async Task<VisitedPage> VerifyAsync(Visitor manager)
    {
        var run = _application.Services.GetRequiredService<VerificationRun>();
        var answer = await manager.SubmitAsync(await manager.GetAsync("/gdpr/log"), "section[aria-labelledby=proof] form");
        answer.Location.Should().Be("/gdpr/log", "a browser does not refresh an address with a place in it");
        var page = await manager.GetAsync("/gdpr/log");
        for (var asked = 0; page.Headers.Contains("Refresh") && asked < 3_000; asked++)
        {
            page = await manager.GetAsync("/gdpr/log");
        }

        run.Stage.Should().NotBe(VerificationStage.BrokenOff);
        return page;
    }

    private static async Task<string> ReadAsync(Visitor manager, string address) => (await manager.GetAsync(address)).Html.Body!.TextContent;

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _application.DatabasePath, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery().Should().Be(1);
    }
}
