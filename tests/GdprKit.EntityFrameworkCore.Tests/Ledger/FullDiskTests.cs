using System.Globalization;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>The disk is full in the middle of an append: it is refused with a remedy, nothing of it is there, and when there is room it succeeds.</summary>
public sealed class FullDiskTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite_an_append_without_room_is_refused_whole_and_succeeds_when_there_is_room()
    {
        await using var host = await LedgerHost.InSqliteAsync();
        await ExpectAsync(
            host,
            async context =>
            {
                // The limit is one of the connection, which stays open.
                await context.Database.OpenConnectionAsync(Token);
                var pages = (await context.Database.SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count").ToListAsync(Token))[0];
                await LimitAsync(context, pages);
            },
            context => LimitAsync(context, 1_000_000));

        static async Task LimitAsync(LedgerContext context, long pages)
        {
            var statement = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}");
            await context.Database.ExecuteSqlRawAsync(statement, Token);
        }
    }

    // A disk of the server's own would need the rights of root, so a trigger says in the middle of the append what PostgreSQL says when a disk is full.
    [PostgreSqlFact]
    public async Task On_PostgreSQL_an_append_without_room_is_refused_whole_and_succeeds_when_there_is_room()
    {
        await using var host = await LedgerHost.InPostgreSqlAsync(server);
        await ExpectAsync(
            host,
            context => FullDisk.FillAsync(context, "INSERT ON gdpr_entry_details"),
            context => context.Database.ExecuteSqlRawAsync("DROP TRIGGER disk_full ON gdpr_entry_details", Token));
    }

    private static async Task ExpectAsync(LedgerHost host, Func<LedgerContext, Task> fill, Func<LedgerContext, Task> makeRoom)
    {
        await using var request = host.Request();
        var context = request.ServiceProvider.GetRequiredService<LedgerContext>();
        var store = new EntityFrameworkCoreLedgerStore(context);
        var stream = new StreamId(StreamKind.Parse("full.disk"), default, StreamKey.Empty);
        await store.AppendAsync(AppendBatch.Of([Append(stream, 0, 1)]), Token);
        var large = Append(stream, 1, 50);
        await fill(context);

        var appending = async () => await store.AppendAsync(AppendBatch.Of([large]), Token);
        (await appending.Should().ThrowAsync<LedgerException>()).Which.Should().Match<LedgerException>(refusal => refusal.Id == "GDPR3107" && refusal.Remedy.Contains("Make room") && refusal.InnerException != null);
        (await host.CountAsync(stream)).Entries.Should().Be(1, "nothing of a refused append is there");
        (await store.FindHeadsAsync([stream], Token)).Should().ContainSingle().Which.Version.Should().Be(1);

        await makeRoom(context);
        (await store.AppendAsync(AppendBatch.Of([large]), Token)).Should().BeOfType<AppendResult.Appended>();
        (await host.CountAsync(stream)).Entries.Should().Be(51);
    }

    private static StreamAppend Append(StreamId stream, int expected, int count) =>
        WholeAppend.To(stream, Instant.FromUtc(2026, 11, 26, 9, 30) + Duration.FromMinutes(expected), expected: expected, count: count, note: new string('x', 4_000));
}
