using System.Globalization;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Measuring;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Retention;

/// <summary>
/// Deleting and emptying what is past its period, each batch committed with its record and under its shield, against the hand-written statement in batches of the same number of
/// rows, which knows no shield, no record and no approval. On SQLite both write zeros over what goes, and both with and without writing the file anew at the end.
/// </summary>
internal sealed class SweepBenchmark(BenchmarkDatabase database, int visitors, double share, bool deletes, bool compacts)
{
    private const double Asked = 0.9;

    private const int BatchSize = 50_000;

    private static readonly Key<ProcessingActivity> Site = Key<ProcessingActivity>.Parse("site");

    private static readonly Operator Owner = Operator.Parse("staff-1");

    private int Due => (int)(visitors * share);

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int visitors, Rounds rounds, bool explain, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            foreach (var (share, deletes, compacts) in new[] { (0.1, true, false), (0.001, true, false), (0.1, false, false), (0.001, false, false), (0.1, true, true) })
            {
                await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
                if (compacts && database is not SqliteBenchmarkDatabase)
                {
                    continue;
                }

                var benchmark = new SweepBenchmark(database, visitors, share, deletes, compacts);
                await Report.HeadAsync($"Sweeping on {database.Name}: {benchmark.Due:N0} due of {visitors:N0}, {(deletes ? "deleted" : "emptied")}{(compacts ? ", and the file written anew" : "")}");
                isRight &= await benchmark.RunAsync(rounds, explain, cancellationToken);
            }
        }

        return isRight;
    }

    private async Task<bool> RunAsync(Rounds rounds, bool explain, CancellationToken cancellationToken)
    {
        await using var services = Services();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<VisitorContext>().Database.EnsureCreatedAsync(cancellationToken);
        }

        var outcome = await rounds.RunAsync(
            new Contest("the run, after its approval", Asked, token => SweepAsync(services, token), ByHandAsync), token => PrepareAsync(services, token), cancellationToken);
        await Report.AddAsync(outcome);
        if (explain)
        {
            await PrepareAsync(services, cancellationToken);
            var sent = await database.Sent.WhileAsync(() => SweepAsync(services, cancellationToken));
            var statement = sent.First(each => each.Text.StartsWith(deletes ? "DELETE" : "UPDATE", StringComparison.Ordinal) && each.Text.Contains("\"Visitors\"", StringComparison.Ordinal));
            await Console.Out.WriteLineAsync($"\n{statement.Text}\n\n{await database.ExplainAsync(statement, cancellationToken)}");
        }

        return outcome.IsRight;
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection().AddDbContext<VisitorContext>(database.Use).AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 7, 1, 10, 0)));
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(ProcessingRegister.Create(register => register
                .Controller(controller => controller.Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example"))
                .People(Shop.Customers, nl: "klanten", en: "customers")
                .Category(Shop.Email, nl: "e-mailadres", en: "e-mail address")
                .Event(Shop.LastPurchase, nl: "je laatste bezoek", en: "your last visit")
                .Activity(Site, site => site
                    .Name(nl: "Site", en: "Site").Purpose(nl: "Wij leveren.", en: "We deliver.").OnContract().About(Shop.Customers).Uses(Shop.Email)
                    .Keep(keep => Then(keep.For(Period.FromYears(2)).After(Shop.LastPurchase))))))
            .AddMap<Visitor>(data => data.IsSubject(Shop.Customers, v => v.Id).Field(Shop.Email, v => v.Email).Event(Shop.LastPurchase, v => v.SeenAt, TimeMeaning.ControllerLocal))
            .UseEntityFrameworkCore<VisitorContext>()
            .ConfigureRetentionRuns(runs =>
            {
                runs.BatchSize = BatchSize;
                runs.CompactsAfterwards = compacts;
            }));
        return services.BuildServiceProvider();

        void Then(RetentionRuleBuilder rule)
        {
            if (!deletes)
            {
                rule.ThenBlank();
            }
        }
    }

    private static async Task<string> SweepAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var run = (await services.GetRequiredService<RetentionRunner>().RunAsync(cancellationToken)).Run!.Run;
        return $"{run.Done} rows";
    }

    // As many rows of the table in a statement as hold a batch of those that are due, or the plain statement when all fit into one.
    private async Task<string> ByHandAsync(CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(cancellationToken);
        await ExecuteOnSqliteAsync("PRAGMA secure_delete = ON");
        var done = 0;
        var range = Due <= BatchSize ? visitors : (int)(BatchSize / share);
        for (var from = 0; from < visitors; from += range)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var due = string.Create(CultureInfo.InvariantCulture, $"\"SeenAt\" < {database.Moment("2024-07-01")}{(range < visitors ? $" AND \"Id\" > {from} AND \"Id\" <= {from + range}" : "")}");
#pragma warning disable CA2100 // The statements of the benchmark itself.
            command.CommandText = deletes ? $"DELETE FROM \"Visitors\" WHERE {due}" : $"UPDATE \"Visitors\" SET \"Email\" = NULL WHERE {due} AND \"Email\" IS NOT NULL";
#pragma warning restore CA2100
            done += await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await ExecuteOnSqliteAsync(compacts ? "VACUUM" : "PRAGMA secure_delete = OFF");
        return $"{done} rows";

        async Task ExecuteOnSqliteAsync(string statement)
        {
            if (database is SqliteBenchmarkDatabase)
            {
                await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements of the benchmark itself.
                command.CommandText = statement;
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    // Those due stand among the others, as they come; half a year of days each.
    private async Task PrepareAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var every = (int)Math.Round(1 / share);
        await database.ExecuteAsync(database is SqliteBenchmarkDatabase ? "DELETE FROM \"Visitors\"" : "TRUNCATE \"Visitors\"", cancellationToken);
        await database.ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"INSERT INTO \"Visitors\" (\"Id\", \"Email\", \"Remark\", \"SeenAt\") SELECT n, 'visitor' || n || '@example.nl', 'came by on a sunny day and looked at everything', ")
            + string.Create(CultureInfo.InvariantCulture, $"CASE WHEN n % {every} = 0 THEN {database.DayAfter("5000 + n % 180")} ELSE {database.DayAfter("5500 + n % 180")} END FROM {string.Format(CultureInfo.InvariantCulture, database.Numbers, visitors)}"),
            cancellationToken);
        await database.ExecuteAsync(database is SqliteBenchmarkDatabase ? database.AfterFilling : "VACUUM ANALYZE \"Visitors\"", cancellationToken);
        await using (var scope = services.CreateAsyncScope())
        {
            var runs = scope.ServiceProvider.GetRequiredService<RetentionRuns>();
            if (await runs.FindOpenAsync(cancellationToken) is { } open)
            {
                await runs.CancelAsync(open.Id, Owner, cancellationToken);
            }

            await runs.ApproveAsync((await services.GetRequiredService<DataRetention>().PreviewAsync(cancellationToken)).Digest, Owner, cancellationToken);
        }

        if (database.BeforeEach is { } statement)
        {
            await database.ExecuteAsync(statement, cancellationToken);
        }
    }
}
