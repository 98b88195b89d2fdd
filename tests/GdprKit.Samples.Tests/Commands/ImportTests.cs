using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;
using GdprKit.Samples.Notices;

namespace GdprKit.Samples.Commands;

/// <summary>Customers whom somebody else signs up, and what a manager sees of it. This writes, so it has a shop of its own.</summary>
public sealed class ImportTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private const string Inform = "/gdpr/inform";

    private const string Society = "Music society Quaver";

    private string ListPath => Path.Combine(Path.GetDirectoryName(application.DatabasePath)!, "list.json");

    [Fact]
    public async Task Who_is_on_a_list_is_shown_with_the_day_by_which_they_must_be_told_until_they_are()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        (await manager.GetAsync(Inform)).Html.QuerySelector("#obtained").Should().BeNull();

        var first = await ImportAsync(
            """
            [
              { "firstName": "Alt", "lastName": "Coda", "email": "alt@list.example", "language": "en" },
              { "firstName": "Alt", "lastName": "Coda", "email": "ALT@list.example" },
              { "firstName": "Luís", "lastName": "Gonçalves", "email": "luisg@embraer.com.br" }
            ]
            """,
            "--on", "2025-11-22");
        var second = await ImportAsync("""[ { "firstName": "Bas", "lastName": "Duet", "email": "bas@list.example" } ]""", "--on", "2025-12-01");

        first.Should().BeEquivalentTo(new { ExitCode = 0, Error = "" });
        first.Output.Should().StartWith("Added: 1. Customers already, or twice on the list: 2.");
        second.ExitCode.Should().Be(0);
        var page = await manager.GetAsync(Inform);
        page.Html.QuerySelectorAll("section[aria-labelledby=obtained] tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))).Should().Equal(
            $"Alt Coda | {Society} | 22 Nov 2025 | 22 Dec 2025 · too late", $"Bas Duet | {Society} | 1 Dec 2025 | 1 Jan 2026");
        page.Main.Should().Contain("Too late: 1.").And.Contain("Nothing runs now that tells them by itself.");
        (await manager.GetAsync("/privacy/manage/told/obtained.csv")).Html.Body!.TextContent.Should().Contain("2025-11-22").And.Contain("2026-01-01");

        await manager.SubmitAsync(await manager.GetAsync("/gdpr/notice"), "form[action*='Publish']");
        await manager.SubmitAsync(await manager.GetAsync(Inform), "main form", button: "button[formaction*='Start']");
        await TellingTests.UntilToldAsync(manager);

        (await manager.GetAsync(Inform)).Html.QuerySelector("#obtained").Should().BeNull();
        application.Mails.Single(mail => mail.To.Mailboxes.Single().Address == "alt@list.example").Subject.Should().Be("How we handle your data");
        application.Mails.Single(mail => mail.To.Mailboxes.Single().Address == "bas@list.example").Subject.Should().Be("Zo gaan wij met je gegevens om");
    }

    [Theory]
    [InlineData("""[ { "firstName": "Alt", "lastName": "Coda", "email": "alt-at-bad.example" } ]""", "Number 1 on the list has no usable 'Email'.")]
    [InlineData("""[ { "firstName": "Alt", "lastName": "Coda", "email": "alt@bad.example" }, { "lastName": "Duet", "email": "bas@bad.example", "language": "fr" } ]""", "Number 2 on the list has no usable 'FirstName', 'Language'.")]
    [InlineData("[ null ]", "Line 1 of the list is not as it must be")]
    [InlineData("[\n { \"firstName\": \"Alt\", \"email\": alt@bad.example } ]", "Line 2 of the list is not as it must be")]
    public async Task A_list_with_a_fault_adds_nobody_and_names_no_person(string list, string fault)
    {
        var run = await ImportAsync(list);

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith(fault).And.Contain("Nobody was added.").And.NotContain("alt");
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        (await manager.GetAsync("/customers?q=bad.example")).Main.Should().NotContain("Coda");
    }

    [Fact]
    public async Task A_day_that_has_not_come_or_is_none_is_refused()
    {
        const string List = """[ { "firstName": "Alt", "lastName": "Coda", "email": "alt@bad.example" } ]""";

        (await ImportAsync(List, "--on", "2999-01-01")).Should().BeEquivalentTo(new { ExitCode = 1, Error = "The day on which the list came has not come yet.\n" });
        (await ImportAsync(List, "--on", "soon")).ExitCode.Should().Be(1);
    }

    private async Task<CommandRun> ImportAsync(string list, params string[] options)
    {
        await File.WriteAllTextAsync(ListPath, list, TestContext.Current.CancellationToken);
        // The keys of the list of addresses without advertising stay in the folder of the shop.
        return await CommandRun.WithDataInAsync(
            Path.GetDirectoryName(application.DatabasePath)!, ["import", ListPath, "--from", Society, "--database", application.DatabasePath, "--language", "en", .. options]);
    }
}
