using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;

namespace GdprKit.Samples.Commands;

/// <summary>Customers told from the command line, beside a site that runs. This writes, so it has a shop of its own.</summary>
public sealed class InformTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Fact]
    public async Task It_tells_everybody_once_when_it_is_told_to_begin()
    {
        (await InformAsync()).Should().BeEquivalentTo(new { ExitCode = 1, Error = "Nothing was published yet to tell of.\n" });
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        await manager.SubmitAsync(await manager.GetAsync("/gdpr/notice"), "form[action*='Publish']");

        (await InformAsync()).Should().BeEquivalentTo(new { ExitCode = 1, Error = "Ready to begin. Begin with --start.\n" });
        application.Mails.Should().BeEmpty();
        var told = await InformAsync("--start");
        var again = await InformAsync();

        told.Error.Should().BeEmpty();
        told.ExitCode.Should().Be(0);
        told.Output.Should().Contain("Inform contacts: ").And.MatchRegex(@"Sent +│ +59 │");
        again.Should().BeEquivalentTo(new { ExitCode = 0, Error = "" });
        application.Mails.Select(mail => mail.To.ToString()).Should().HaveCount(59).And.OnlyHaveUniqueItems();
    }

    // The keys of its links stay in the folder of the shop.
    private Task<CommandRun> InformAsync(params string[] options) => CommandRun.WithDataInAsync(Path.GetDirectoryName(application.DatabasePath)!, ["inform", "--database", application.DatabasePath, "--language", "en", .. options]);
}
