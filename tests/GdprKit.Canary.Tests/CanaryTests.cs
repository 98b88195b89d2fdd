using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Canary;

/// <summary>
/// Nothing that is written tells of a person: neither a log, a metric, an activity, an exception or a page, nor the facts and heads of the
/// ledger. Only the table of links, the details, and what is exported for the person may.
/// </summary>
// In one collection with the leaks on purpose, because metrics and activities are heard in the whole process.
[Collection("canaries")]
public sealed class CanaryTests(PostgreSqlServer server, SmtpServer mails)
{
    private static readonly string[] ForPeople = ["gdpr_subject_link", "gdpr_entry_details"];

    [SmtpFact]
    public async Task No_canary_is_found_in_what_a_host_on_SQLite_writes() => await HoldAsync(CanaryDatabase.InSqlite(), (await mails.PortsAsync()).Plain);

    [PostgreSqlFact]
    public async Task No_canary_is_found_in_what_a_host_on_PostgreSQL_writes() => await HoldAsync(await CanaryDatabase.InPostgreSqlAsync(server), port: null);

    private static async Task HoldAsync(CanaryDatabase database, int? port)
    {
        var watch = new Watch();
        await using (database)
        {
            using (new WatchedTelemetry(watch))
            {
                await using (var host = await CanaryHost.StartAsync(watch, database.Use))
                {
                    await new UsingEverything(host, watch).RunAsync();
                    await new RefusingEverything(host, watch).RunAsync();
                    await new ExercisingRights(host, watch).RunAsync();
                    await new TellingEverybody(host, watch, port).RunAsync();
                    await StoreAsync(host, watch);
                }

                await using (var unreachable = await CanaryHost.StartAsync(watch, database.UseUnreachable))
                {
                    await new ReachingNothing(unreachable, watch).RunAsync();
                }
            }
        }

        watch.Places.Should().Contain(["log", "metric", "activity", "exception", "result", "page", "headers", "ledger"], "all of them were listened to");
        watch.FindLeaks().Should().BeEmpty();
    }

    private static async Task StoreAsync(CanaryHost host, Watch watch)
    {
        await using var request = host.Services.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<CanaryContext>();
        var tables = context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Where(table => table.StartsWith("gdpr_", StringComparison.Ordinal)).ToList();
        tables.Should().Contain(ForPeople);
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var table in tables.Except(ForPeople))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A table of the model.
            command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var value = reader.GetValue(column);
                    watch.Store($"ledger {table}.{reader.GetName(column)}", value as byte[] ?? Encoding.UTF8.GetBytes(value.ToString()!));
                }
            }
        }
    }
}
