using GdprKit.Notices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Subjects;

public sealed class SqliteLinkingTests : LinkingTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-linking-").FullName;

    [Theory]
    [InlineData("INSERT INTO \"Player\" (\"Id\") VALUES ('0f8fad5b-d9cb-469f-a165-7086772895zz')", "7086772895zz")]
    [InlineData("INSERT INTO \"Player\" (\"Id\") VALUES ('nonsense')", "nonsense")]
    [InlineData("INSERT INTO \"Tenant\" (\"House\", \"Door\", \"Role\") VALUES ('nonsense', 'x', 1)", "nonsense")]
    [InlineData("INSERT INTO \"Tenant\" (\"House\", \"Door\", \"Role\") VALUES (5.5, 'x', 1)", "5.5")]
    public async Task A_key_that_no_program_can_read_is_never_linked_and_is_reported_as_unreachable(string insert, string key)
    {
        var people = (await FillAsync()).Where(person => person.Kind == ShopKeys.Customers).ToList();
        await using (var context = Context())
        {
            await context.Database.ExecuteSqlRawAsync(insert, Token);
        }

        var version = await PublishAndStartAsync();
        (await SendAsync(version, [], killAfter: int.MaxValue)).NextAt.Should().BeNull();
        (await SendAsync(version, [], killAfter: int.MaxValue)).Sent.Should().Be(0);

        await using var scope = Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().ReportAsync(version, Token);
        report.Should().Match<CampaignReport>(each => each.Audience == people.Count + 1 && each.Unidentified == 1 && each.Queued == 0 && each.Sending == 0);
        (report.Sent + report.Bounced + report.Unreachable + report.Acknowledged).Should().Be(report.Audience);
        Log.Warnings.Should().ContainSingle(text => text.StartsWith("GDPR6253")).Which.Should().Contain("1 rows").And.NotContain(key);
        (await LinkAsync(4, isByDatabase: true)).Unlinkable.Should().Be(Unlinkable.Length + 1);
        await using var look = Context();
        (await look.Database.SqlQuery<int>($"""SELECT count(*) AS "Value" FROM gdpr_subject_link WHERE instr(subject_key, {key}) > 0""").SingleAsync(Token)).Should().Be(0);
    }

    [Fact]
    public async Task After_a_restore_whoever_was_told_meanwhile_gets_at_most_the_same_mail_again()
    {
        await FillAsync();
        await LinkAsync(1_000, isByDatabase: true);
        var version = await PublishAndStartAsync();
        var (file, backup) = (Path.Combine(_folder, "people.sqlite"), Path.Combine(_folder, "backup.sqlite"));
        File.Copy(file, backup);
        var (before, after) = (new List<NoticeMail>(), new List<NoticeMail>());
        await SendAsync(version, before, killAfter: int.MaxValue);

        File.Copy(backup, file, overwrite: true);
        await SendAsync(version, after, killAfter: int.MaxValue);

        after.Should().NotBeEmpty().And.HaveSameCount(before);
        after.Select(mail => (mail.To, mail.MessageId)).Should().BeEquivalentTo(before.Select(mail => (mail.To, mail.MessageId)));
    }

    protected override Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync()
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "people.sqlite"), Pooling = false }.ConnectionString;
        return Task.FromResult<Action<DbContextOptionsBuilder>>(options => options.UseSqlite(file));
    }

    protected override Task DropDatabaseAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
