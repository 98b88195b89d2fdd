using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Crash;

/// <summary>
/// Kills processes (<c>SIGKILL</c>) at random points while they send mails to a real mail server, and counts what arrived: everybody is told, nobody by two
/// different mails, at most by the same Message-ID again, and the report adds up.
/// </summary>
/// <remarks>
/// A few kills each time; many on each database by
/// <c>GDPRKIT_KILLS=200 dotnet test tests/GdprKit.EntityFrameworkCore.Tests --filter FullyQualifiedName~SenderKillTests</c>.
/// </remarks>
public sealed class SenderKillTests(PostgreSqlServer server, SmtpServer mails)
{
    private const int KillsOfOneCampaign = 4;

    private const int People = 96;

    // Two connections, eight mails each.
    private const int Wave = 16;

    private static readonly int? Asked = int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : null;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [SmtpFact]
    public async Task On_SQLite_everybody_is_told_once_through_every_kill()
    {
        await InCampaignsAsync(Asked ?? 2, async (first, kills) =>
        {
            var folder = Directory.CreateTempSubdirectory("gdprkit-send-");
            try
            {
                var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "host.sqlite"), Pooling = false }.ConnectionString;
                return await TellAsync("sqlite", file, folder.FullName, first, kills, isWatched: false);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
    }

    [SendingTheory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Of_two_processes_on_one_PostgreSQL_each_tells_whom_the_other_did_not_whoever_is_killed(int few)
    {
        await InCampaignsAsync(few == 0 ? 0 : Asked ?? few, async (first, kills) =>
        {
            var folder = Directory.CreateTempSubdirectory("gdprkit-send-");
            await using var database = await server.CreateDatabaseAsync(Token);
            try
            {
                return await TellAsync("postgresql", database.ConnectionString, folder.FullName, first, kills, isWatched: true);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
    }

    private static async Task InCampaignsAsync(int kills, Func<int, int, Task<int>> campaign)
    {
        var (started, campaigns, again) = (Stopwatch.GetTimestamp(), 0, 0);
        for (var first = 0; first == 0 || first < kills; first += KillsOfOneCampaign, campaigns++)
        {
            again += await campaign(first, Math.Min(KillsOfOneCampaign, kills - first));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{kills} kills in {campaigns} campaigns of {People} people: {again} mails went again with the same id; {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    private async Task<int> TellAsync(string database, string connection, string folder, int first, int kills, bool isWatched)
    {
        var domain = $"{Guid.NewGuid():N}.example";
        var registerFile = Path.Combine(folder, "register.json");
        await File.WriteAllBytesAsync(registerFile, TestRegisters.Shop().ToJson(), Token);
        var port = (await mails.PortsAsync()).Plain;
        var last = new Sender(database, connection, registerFile, port);
        await using var host = last.Create(new FakeClock(Sender.Start - Duration.FromHours(1), Duration.FromMilliseconds(1)));
        await using var scope = host.CreateAsyncScope();
        var version = await OpenAsync(scope.ServiceProvider, domain);

        // The other process waits until it is its turn: when the first is through, or is killed and its lease has ended.
        // Without a kill nobody is impatient; with one the other may also take over from a process that lives.
        var patience = kills == 0 ? 0 : 30;
        using var other = isWatched ? await KilledSender.StartAsync(database, connection, registerFile, port, 0, patience, Token) : null;
        for (var kill = 0; kill < kills; kill++)
        {
            var random = new Random(first + kill);
            using var sender = await KilledSender.StartAsync(database, connection, registerFile, port, 10 * (kill + 1), patience, Token);
            await sender.ListenAsync(random.Next(3), Token);
            SpinFor(TimeSpan.FromMilliseconds(random.NextDouble() * 60));
            await sender.KillAsync();
        }

        await last.RunAsync(kills == 0 ? 0 : 10 * (kills + 1), patience, TextWriter.Null);
        await (other?.ListenToTheEndAsync(Token) ?? Task.CompletedTask);
        return await CountAsync(scope.ServiceProvider, version, domain, mostAgain: isWatched && kills > 0 ? int.MaxValue : kills * Wave);
    }

    private async Task<int> CountAsync(IServiceProvider services, NoticeVersion version, string domain, int mostAgain)
    {
        var arrived = await mails.ListAsync(domain);
        var byPerson = arrived.GroupBy(mail => mail.To).ToDictionary(person => person.Key, person => person.Select(mail => mail.Id).Distinct().ToList());

        byPerson.Keys.Should().BeEquivalentTo(Enumerable.Range(1, People).Select(id => $"c{id}@{domain}"), "everybody is told");
        byPerson.Values.Should().OnlyContain(ids => ids.Count == 1, "nobody is told by two mails");
        arrived.Select(mail => mail.Id).Distinct().Should().HaveCount(People);
        (arrived.Length - People).Should().BeLessThanOrEqualTo(mostAgain, "only what was in hand goes again");
        (await services.GetRequiredService<NoticeCampaigns>().ReportAsync(version, Token)).Should().Be(
            new CampaignReport { Audience = People, Queued = 0, Sending = 0, Sent = People, Bounced = 0, Unreachable = 0, Acknowledged = 0, Left = 0 });
        return arrived.Length - People;
    }

    private static async Task<NoticeVersion> OpenAsync(IServiceProvider services, string domain)
    {
        var context = services.GetRequiredService<CrashContext>();
        await context.Database.EnsureCreatedAsync(Token);
        context.AddRange(Enumerable.Range(1, People).Select(id => new Customer { Name = $"c{id}@{domain}" }));
        await context.SaveChangesAsync(Token);
        var versions = services.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        var version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
        await services.GetRequiredService<NoticeCampaigns>().StartAsync(version, cancellationToken: Token);
        return version;
    }

    private static void SpinFor(TimeSpan time)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < time;)
        {
            Thread.SpinWait(20);
        }
    }
}
