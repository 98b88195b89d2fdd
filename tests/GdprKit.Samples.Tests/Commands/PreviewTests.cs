using System.Globalization;
using System.Text.RegularExpressions;
using GdprKit.Samples.Application;

namespace GdprKit.Samples.Commands;

/// <summary>The preview on the console, against statements written by hand.</summary>
public sealed partial class PreviewTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-crm-");

    public PreviewTests() => File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "Chinook.sqlite"), Database);

    private string Database => Path.Combine(_folder.FullName, "shop.sqlite");

    [Theory]
    [InlineData("nl", "Wat weg zou gaan op 1 maart 2027", "wie je", "Dit is een voorbeeld: er is niets verwijderd.")]
    [InlineData("en", "What would go on 1 March 2027", "who", "This is an example: nothing was deleted.")]
    public async Task It_counts_what_would_go_in_the_language_of_the_reader(string language, string title, string account, string nothing)
    {
        var run = await CommandRun.OfAsync("preview", "--database", Database, "--language", language, "--on", "2027-03-01");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain(title).And.Contain(nothing);
        var inactive = new ShopFile(Database).Number("SELECT count(*) FROM Customer c WHERE (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId) < '2025-03-01'");
        inactive.Should().BePositive();
        Figure().Matches(run.Output).Single(row => row.Groups["data"].Value.Trim().StartsWith(account, StringComparison.Ordinal)).Groups["due"].Value.Should().Be(inactive.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task It_speaks_Dutch_and_looks_at_today_when_nothing_is_said()
    {
        var run = await CommandRun.OfAsync("preview", "--database", Database);

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("Wat weg zou gaan op ");
    }

    [Theory]
    [InlineData("--language de", "'de'")]
    [InlineData("--on 2027-02-29", "'2027-02-29' is no day.")]
    [InlineData("--database nowhere.sqlite", "There is no file 'nowhere.sqlite'.")]
    public async Task What_it_cannot_show_is_refused_with_the_remedy(string arguments, string remedy)
    {
        var run = await CommandRun.OfAsync(["preview", .. arguments.Split(' ')]);

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(remedy);
    }

    [Fact]
    public async Task A_command_that_there_is_not_does_not_run_the_site()
    {
        var run = await CommandRun.OfAsync("preveiw", "--database", Database);

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("'preview', 'compare', 'inform', 'backup', 'drill', 'import', 'generate'");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex(@"^│ (?<data>[^│]+)│ +(?<due>[\d.,]+) │", RegexOptions.Multiline)]
    private static partial Regex Figure();
}
