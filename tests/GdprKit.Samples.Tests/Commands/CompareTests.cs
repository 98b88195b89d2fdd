using System.Text;
using System.Text.Json;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Gdpr;

namespace GdprKit.Samples.Commands;

/// <summary>What another register would delete, on the console, against statements written by hand.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-crm-");

    public CompareTests() => File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "Chinook.sqlite"), Database);

    private string Database => Path.Combine(_folder.FullName, "shop.sqlite");

    [Theory]
    [InlineData("nl", "Wat een ander register zou veranderen op 1 maart 2027", "Let op: met dit register gaat meer weg.")]
    [InlineData("en", "What another register would change on 1 March 2027", "Mind: with this register, more goes.")]
    public async Task A_shorter_period_deletes_more_and_a_script_is_told_by_the_exit_code(string language, string title, string more)
    {
        var run = await CommandRun.OfAsync("compare", Proposal("\"P2Y\"", "\"P1Y\""), "--database", Database, "--language", language, "--on", "2027-03-01");

        run.Error.Should().BeEmpty();
        run.Output.Should().Contain(title).And.Contain(more);
        run.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task As_JSON_it_tells_of_every_field_how_many_rows_are_added()
    {
        var run = await CommandRun.OfAsync("compare", Proposal("\"P2Y\"", "\"P1Y\""), "--json", "--database", Database, "--on", "2027-03-01");

        var phone = JsonDocument.Parse(run.Output).RootElement.GetProperty("fields").EnumerateArray()
            .Single(fields => fields.GetProperty("fields").EnumerateArray().Any(field => field.GetString() == "Phone") && fields.GetProperty("entity").GetString()!.EndsWith("Customer", StringComparison.Ordinal));
        phone.GetProperty("due").GetInt64().Should().Be(Inactive("2025-03-01"));
        phone.GetProperty("dueThen").GetInt64().Should().Be(Inactive("2026-03-01"));
        phone.GetProperty("newlyDue").GetInt64().Should().Be(Inactive("2026-03-01") - Inactive("2025-03-01")).And.BePositive();
        phone.GetProperty("noLongerDue").GetInt64().Should().Be(0);
    }

    [Fact]
    public async Task The_same_register_deletes_nothing_more()
    {
        var run = await CommandRun.OfAsync("compare", Proposal("P2Y", "P2Y"), "--database", Database, "--language", "en");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("With this register, nothing more goes.");
    }

    [Fact]
    public async Task A_register_with_faults_is_refused_with_all_of_them()
    {
        var run = await CommandRun.OfAsync("compare", Proposal("\"P2Y\"", "\"two years\""), "--database", Database);

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("GDPR4219").And.Contain("'two years'");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var run = await CommandRun.OfAsync("compare", Path.Combine(_folder.FullName, "nowhere.json"), "--database", Database);

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("nowhere.json");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Proposal(string replaced, string by)
    {
        var path = Path.Combine(_folder.FullName, "proposed.json");
        var register = Encoding.UTF8.GetString(CrmRegister.Create().ToJson());
        File.WriteAllText(path, register.Replace(replaced, by, StringComparison.Ordinal));
        return path;
    }

    private long Inactive(string since) => new ShopFile(Database).Number(
        $"SELECT count(*) FROM Customer c WHERE coalesce(Fax, Language, Phone, Source) IS NOT NULL AND (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId) < '{since}'");
}
