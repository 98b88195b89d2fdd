using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Ledger;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Consent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Benchmarks.Decisions;

/// <summary>Deciding whether a newsletter may be sent, on a ledger in which many people consented and a hundredth withdrew.</summary>
internal sealed class DecisionBenchmark(BenchmarkDatabase database, ServiceProvider services, Rounds rounds, int people, int decisions)
{
    private const int WarmDecisions = 2_000_000;

    private static readonly Key<ProcessingActivity> Newsletter = Key<ProcessingActivity>.Parse("newsletter");

    private static readonly ProcessingUse Strict = new() { IsStrict = true };

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int people, int decisions, Rounds rounds, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            await using var services = Host(database);
            var benchmark = new DecisionBenchmark(database, services, rounds, people, decisions);
            await benchmark.FillAsync(cancellationToken);
            await Report.HeadAsync($"Decisions on {database.Name}, {people:N0} people, {decisions:N0} decisions a round");
            isRight &= await benchmark.AddAsync(benchmark.InOneContext(), cancellationToken);
            isRight &= await benchmark.AddAsync(benchmark.FromTheApplication(), cancellationToken);
            isRight &= await benchmark.AddAsync(benchmark.ManyAtOnce(), cancellationToken);
            await benchmark.RememberedAsync(cancellationToken);
        }

        return isRight;
    }

    private bool IsSqlite => database is SqliteBenchmarkDatabase;

    private static ServiceProvider Host(BenchmarkDatabase database)
    {
        var services = new ServiceCollection();
        services.AddDbContextPool<LedgerContext>(options => database.Use(options));
        services.AddGdprKit(gdpr => gdpr.UseRegister(BenchmarkRegister.Create()).UseEntityFrameworkCore<LedgerContext>());
        services.Configure<DecisionOptions>(options => options.SeenElsewhereWithin = Duration.FromHours(1));
        return services.BuildServiceProvider();
    }

    private async Task<bool> AddAsync(Contest contest, CancellationToken cancellationToken)
    {
        var outcome = await rounds.RunAsync(contest, token => database.BeforeEach is { } statement ? database.ExecuteAsync(statement, token) : Task.CompletedTask, cancellationToken);
        await Report.AddAsync(outcome);
        return outcome.IsRight;
    }

    private Contest InOneContext() => new(
        "decide, looked up, in the context of the host",
        0.8,
        async token =>
        {
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<LedgerContext>();
            await context.Database.OpenConnectionAsync(token);
            var deciding = context.Gdpr().Decisions;
            var permitted = 0;
            foreach (var person in People())
            {
                permitted += (await deciding.DecideAsync(person, Newsletter, null, token)).Permitted ? 1 : 0;
            }

            return $"{permitted} permitted";
        },
        ByHandAsync);

    private Contest FromTheApplication() => new(
        "decide, looked up, a scope each",
        0.8,
        async token =>
        {
            var deciding = services.GetRequiredService<ProcessingDecisions>();
            var permitted = 0;
            foreach (var person in People())
            {
                permitted += (await deciding.DecideAsync(person, Newsletter, Strict, token)).Permitted ? 1 : 0;
            }

            return $"{permitted} permitted";
        },
        ByHandAsync);

    private Contest ManyAtOnce() => new(
        "decide, 1,000 at a time",
        0.8,
        async token =>
        {
            var deciding = services.GetRequiredService<ProcessingDecisions>();
            var permitted = 0;
            foreach (var some in People().Chunk(1_000))
            {
                permitted += (await deciding.DecideAsync(some.ToValueList(), Newsletter, null, token)).Count(decision => decision.Permitted);
            }

            return $"{permitted} permitted";
        },
        ByHandAsync);

    // One prepared look-up of all that stands about the person, as who keeps consents, objections, restrictions and suppressions in one table would write it.
    private async Task<string> ByHandAsync(CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT stream_kind, stream_key, status, due FROM gdpr_head
            WHERE stream_kind IN ('consent', 'objection', 'restriction', 'person-suppression') AND subject = @person
            """;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@person";
        parameter.Value = new byte[SubjectRef.ByteCount];
        command.Parameters.Add(parameter);
        await command.PrepareAsync(cancellationToken);
        var permitted = 0;
        foreach (var person in People())
        {
            var bytes = new byte[SubjectRef.ByteCount];
            person.CopyTo(bytes);
            parameter.Value = bytes;
            var isPermitted = false;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                isPermitted |= reader.GetString(0) == "consent" && reader.GetString(1) == "newsletter" && reader.GetString(2) is "given" or "renewed";
            }

            permitted += isPermitted ? 1 : 0;
        }

        return $"{permitted} permitted";
    }

    private async Task RememberedAsync(CancellationToken cancellationToken)
    {
        var deciding = services.GetRequiredService<ProcessingDecisions>();
        var known = People().Take(1_000).ToArray();
        var dictionary = known.ToDictionary(person => person, _ => true);
        var permitted = 0;
        long started = 0;
        long before = 0;
        for (var i = -known.Length * 20; i < WarmDecisions; i++)
        {
            if (i == 0)
            {
                (started, before) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
            }

            permitted += (await deciding.DecideAsync(known[(i + (known.Length * 20)) % known.Length], Newsletter, null, cancellationToken)).Permitted ? 1 : 0;
        }

        var time = Stopwatch.GetElapsedTime(started).TotalNanoseconds / WarmDecisions;
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / WarmDecisions;
        started = Stopwatch.GetTimestamp();
        for (var i = 0; i < WarmDecisions; i++)
        {
            permitted += dictionary[known[i % known.Length]] ? 1 : 0;
        }

        var looked = Stopwatch.GetElapsedTime(started).TotalNanoseconds / WarmDecisions;
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| decide, remembered | {time:N0} ns, {bytes} bytes | dictionary {looked:N0} ns | | at most 100 ns, 0 bytes | {permitted} |"));
    }

    // Scattered over the whole table.
    private IEnumerable<SubjectRef> People()
    {
        var subject = new byte[SubjectRef.ByteCount];
        for (var i = 0; i < decisions; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(subject.AsSpan(8), 1L + (i * 7919L % people));
            yield return SubjectRef.FromBytes(subject);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var given = await GivenAsync(cancellationToken);
        var subject = IsSqlite ? "unhex(printf('%032x', n))" : "decode(lpad(to_hex(n), 32, '0'), 'hex')";
        var withdrawn = given with { Status = ConsentStatus.Withdrawn, WithdrawnAt = Instant.FromUnixTimeSeconds(2), EverRefusedOrWithdrawn = true };
        await database.ExecuteAsync(
            $"""
            INSERT INTO gdpr_head (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
            SELECT 'consent', {subject}, 'newsletter', 1, 0, n, {ConsentRecord.Fold.Version}, CASE WHEN n % 100 = 0 THEN 'withdrawn' ELSE 'given' END, n, NULL,
                CASE WHEN n % 100 = 0 THEN {Literal(withdrawn)} ELSE {Literal(given)} END
            FROM {string.Format(null, database.Numbers, people)}
            """,
            cancellationToken);
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    // Somebody agrees to what the register declares, so that all others have agreed to the same.
    private async Task<ConsentRecord> GivenAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<LedgerContext>();
        await context.Database.EnsureCreatedAsync(cancellationToken);
        var register = services.GetRequiredService<ProcessingRegister>();
        var evidence = new ConsentEvidence
        {
            By = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Wording = context.Gdpr().Consents.Question(Newsletter, register.MainLanguage),
            Notice = PrivacyNotice.From(register, register.MainLanguage).Digest,
        };
        return await context.Gdpr().Consents.GiveAsync(SubjectId.Of(Key<SubjectKind>.Parse("customers"), 0), Newsletter, evidence, cancellationToken);
    }

    private string Literal(ConsentRecord record)
    {
        var hexadecimal = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(record, ConsentJson.Default.ConsentRecord)));
        return IsSqlite ? $"x'{hexadecimal}'" : $"decode('{hexadecimal}', 'hex')";
    }
}
