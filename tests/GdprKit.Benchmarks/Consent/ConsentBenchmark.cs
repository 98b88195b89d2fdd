using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Decisions;
using GdprKit.Benchmarks.Ledger;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace GdprKit.Benchmarks.Consent;

/// <summary>
/// Recording what people agree to, one by one and from a list, against prepared statements that write the same rows and look nothing up. The people are
/// linked before; the words they agreed to are content that is there after the first.
/// </summary>
internal sealed class ConsentBenchmark(BenchmarkDatabase database, ServiceProvider services, WrittenAppends written, Rounds rounds, int records, int imported)
{
    private const int PerPage = 1_000;

    private const int PerLinking = 10_000;

    private static readonly Key<ProcessingActivity> Newsletter = Key<ProcessingActivity>.Parse("newsletter");

    private static readonly Key<SubjectKind> Customers = Key<SubjectKind>.Parse("customers");

    private static readonly Instant Obtained = Instant.FromUtc(2026, 1, 5, 9, 0);

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int records, int imported, Rounds rounds, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            var written = new WrittenAppends();
            await using var services = Host(database, written);
            var benchmark = new ConsentBenchmark(database, services, written, rounds, records, imported);
            await benchmark.LinkAsync(cancellationToken);
            await Report.HeadAsync($"Consent on {database.Name}, {records:N0} recorded one by one and {imported:N0} imported a round");
            isRight &= await benchmark.AddAsync(benchmark.RecordOne(), cancellationToken);
            isRight &= await benchmark.AddAsync(benchmark.Import(), cancellationToken);
        }

        return isRight;
    }

    private bool IsSqlite => database is SqliteBenchmarkDatabase;

    // Every commit reaches the disk; of PostgreSQL that is the setting of the server.
    private string Pragma => IsSqlite ? "PRAGMA synchronous = FULL" : "SELECT 1";

    private static ServiceProvider Host(BenchmarkDatabase database, WrittenAppends written)
    {
        var services = new ServiceCollection().AddSingleton<IAppendListener>(written);
        services.AddDbContextPool<LedgerContext>(options => database.Use(options));
        services.AddGdprKit(gdpr => gdpr.UseRegister(BenchmarkRegister.Create()).UseEntityFrameworkCore<LedgerContext>());
        return services.BuildServiceProvider();
    }

    private static SubjectId Person(int number) => SubjectId.Of(Customers, number);

    private async Task<bool> AddAsync(Contest contest, CancellationToken cancellationToken)
    {
        var outcome = await rounds.RunAsync(contest, EmptyAsync, cancellationToken);
        await Report.AddAsync(outcome);
        return outcome.IsRight;
    }

    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        foreach (var table in (string[])["gdpr_head", "gdpr_entry", "gdpr_unordered_entry"])
        {
            await database.ExecuteAsync(IsSqlite ? $"DELETE FROM {table}" : $"TRUNCATE {table}", cancellationToken);
        }

        if (database.BeforeEach is { } statement)
        {
            await database.ExecuteAsync(statement, cancellationToken);
        }
    }

    private Contest RecordOne() => new(
        "record one consent",
        0.8,
        token => WithConsentsAsync(
            async consents =>
            {
                var evidence = Evidence(consents);
                for (var i = 0; i < records; i++)
                {
                    await consents.GiveAsync(Person(i), Newsletter, evidence, token);
                }
            },
            token),
        async token =>
        {
            await using var hand = await HandAsync(token);
            var count = 0;
            foreach (var append in written.Appends)
            {
                count += await hand.AppendAsync(append, isUnordered: true, token) ? 1 : 0;
            }

            return $"{count} written";
        });

    private Contest Import() => new(
        "import consents",
        0.6,
        token => WithConsentsAsync(
            async consents => await consents.ImportAsync(
                Enumerable.Range(0, imported).Select(number => new ImportedConsent { Subject = Person(number), Topic = Newsletter, GivenAt = Obtained }),
                ConsentSource.Of("A list of the fair in January.", Obtained, AgreedRegister.Today),
                progress: null,
                token),
            token),
        async token =>
        {
            await using var hand = await HandAsync(token);
            var count = 0L;
            foreach (var page in written.Appends.Chunk(PerPage))
            {
                count += await hand.AppendManyAsync(page, token);
            }

            return $"{count} written";
        });

    private async Task<string> WithConsentsAsync(Func<Consents, Task> work, CancellationToken cancellationToken)
    {
        written.Clear();
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<LedgerContext>();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using (var command = context.Database.GetDbConnection().CreateCommand())
        {
#pragma warning disable CA2100 // A constant of the benchmark.
            command.CommandText = Pragma;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await work(context.Gdpr().Consents);
        return $"{written.Appends.Count} written";
    }

    private ConsentEvidence Evidence(Consents consents)
    {
        var register = services.GetRequiredService<ProcessingRegister>();
        return new ConsentEvidence
        {
            By = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Wording = consents.Question(Newsletter, register.MainLanguage),
            Notice = PrivacyNotice.From(register, register.MainLanguage).Digest,
        };
    }

    private async Task<HandWrittenLedger> HandAsync(CancellationToken cancellationToken) => IsSqlite
        ? await SqliteHandWrittenLedger.OpenAsync((SqliteConnection)database.Connect(), Pragma, cancellationToken)
        : await PostgreSqlHandWrittenLedger.OpenAsync((NpgsqlConnection)database.Connect(), cancellationToken);

    private async Task LinkAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<LedgerContext>();
        await context.Database.EnsureCreatedAsync(cancellationToken);
        foreach (var some in Enumerable.Range(0, Math.Max(records, imported)).Chunk(PerLinking))
        {
            await context.Gdpr().Subjects.LinkAsync([.. some.Select(Person)], Obtained, cancellationToken);
        }
    }
}
