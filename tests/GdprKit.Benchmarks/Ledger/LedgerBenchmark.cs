using System.Buffers.Binary;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Measuring;
using GdprKit.EntityFrameworkCore;
using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GdprKit.Benchmarks.Ledger;

/// <summary>Appending, looking up and counting, on a ledger that has a number of heads and entries already.</summary>
internal sealed class LedgerBenchmark(BenchmarkDatabase database, Rounds rounds, int heads, int appends)
{
    private const int PerBatch = 1_000;

    private const string Standing = "benchmark.standing";

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int heads, int appends, Rounds rounds, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            var benchmark = new LedgerBenchmark(database, rounds, heads, appends);
            await benchmark.FillAsync(cancellationToken);
            await Report.HeadAsync($"Ledger on {database.Name}, {heads:N0} heads with an entry each, {appends:N0} appends a round");
            isRight &= await benchmark.RunAsync(cancellationToken);
            await Console.Out.WriteLineAsync($"\nLive memory after all: {GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MB; working set {Environment.WorkingSet / 1024 / 1024} MB.");
        }

        return isRight;
    }

    private bool IsSqlite => database is SqliteBenchmarkDatabase;

    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var isRight = true;
        (string Way, int Connections, string Pragma)[] ways = IsSqlite
            ? [(", synchronous FULL", 1, "PRAGMA synchronous = FULL"), (", synchronous NORMAL", 1, "PRAGMA synchronous = NORMAL")]
            : [("", 1, "SELECT 1"), (", 16 connections", 16, "SELECT 1")];
        foreach (var (way, connections, pragma) in ways)
        {
            isRight &= await AddAsync(Append($"append entry and head{way}", connections, pragma, isUnordered: false), cancellationToken);
            isRight &= await AddAsync(Append($"the same, and by hand all three rows that GdprKit writes{way}", connections, pragma, isUnordered: true), cancellationToken);
        }

        isRight &= await AddAsync(Bulk(), cancellationToken);
        isRight &= await AddAsync(Find(), cancellationToken);
        isRight &= await AddAsync(Count(), cancellationToken);
        return isRight;
    }

    private async Task<bool> AddAsync(Contest contest, CancellationToken cancellationToken)
    {
        var outcome = await rounds.RunAsync(contest, token => database.BeforeEach is { } statement ? database.ExecuteAsync(statement, token) : Task.CompletedTask, cancellationToken);
        await Report.AddAsync(outcome);
        return outcome.IsRight;
    }

    private Contest Append(string name, int connections, string pragma, bool isUnordered)
    {
        var supply = new Queue<IReadOnlyList<AppendBatch>>(Enumerable.Range(0, 2 * (rounds.Repeats + 1) * connections).Select(_ => LedgerWork.Single(appends / connections)));
        return new Contest(
            name,
            0.9,
            token => EachAsync(async batches =>
            {
                await using var context = Context();
                await context.Database.OpenConnectionAsync(token);
                await using (var command = context.Database.GetDbConnection().CreateCommand())
                {
                    command.CommandText = pragma;
                    await command.ExecuteNonQueryAsync(token);
                }

                var store = new EntityFrameworkCoreLedgerStore(context);
                var written = 0L;
                foreach (var batch in batches)
                {
                    written += await store.AppendAsync(batch, token) is AppendResult.Appended ? 1 : 0;
                }

                return written;
            }),
            token => EachAsync(async batches =>
            {
                await using var hand = await HandAsync(pragma, token);
                var written = 0L;
                foreach (var batch in batches)
                {
                    written += await hand.AppendAsync(batch.Streams[0], isUnordered, token) ? 1 : 0;
                }

                return written;
            }));

        async Task<string> EachAsync(Func<IReadOnlyList<AppendBatch>, Task<long>> work)
        {
            IReadOnlyList<AppendBatch>[] mine = [.. Enumerable.Range(0, connections).Select(_ => supply.Dequeue())];
            return $"{(await Task.WhenAll(mine.Select(work))).Sum()} written";
        }
    }

    private Contest Bulk()
    {
        var supply = new Queue<IReadOnlyList<AppendBatch>>(Enumerable.Range(0, 2 * (rounds.Repeats + 1)).Select(_ => LedgerWork.Bulk(Math.Max(appends, PerBatch) * 5, PerBatch)));
        return new Contest(
            $"append {PerBatch:N0} streams at a time",
            0.6,
            async token =>
            {
                await using var context = Context();
                var store = new EntityFrameworkCoreLedgerStore(context);
                var written = 0L;
                foreach (var batch in supply.Dequeue())
                {
                    written += await store.AppendAsync(batch, token) is AppendResult.Appended ? batch.Streams.Count : 0;
                }

                return $"{written} written";
            },
            async token =>
            {
                await using var hand = await HandAsync("SELECT 1", token);
                var written = 0L;
                foreach (var batch in supply.Dequeue())
                {
                    written += await hand.AppendManyAsync(batch.Streams, token);
                }

                return $"{written} written";
            });
    }

    private Contest Find()
    {
        // Scattered over the whole table.
        var streams = new List<StreamId>();
        for (var i = 0; i < appends; i++)
        {
            var subject = new byte[SubjectRef.ByteCount];
            BinaryPrimitives.WriteInt64BigEndian(subject.AsSpan(8), 1L + (i * 7919L % heads));
            streams.Add(new StreamId(StreamKind.Parse(Standing), SubjectRef.FromBytes(subject), StreamKey.Parse("newsletter")));
        }

        return new Contest(
            "look up one head",
            0.8,
            async token =>
            {
                await using var reading = Context();
                await reading.Database.OpenConnectionAsync(token);
                var ledger = new EntityFrameworkCoreLedgerStore(reading);
                var sum = 0L;
                foreach (var stream in streams)
                {
                    sum += (await ledger.FindHeadsAsync([stream], token)).Sum(head => head.Version);
                }

                return $"{sum}";
            },
            async token =>
            {
                await using var hand = await HandAsync("SELECT 1", token);
                var sum = 0L;
                foreach (var stream in streams)
                {
                    sum += await hand.FindAsync(stream, token);
                }

                return $"{sum}";
            });
    }

    private Contest Count() => new(
        "count heads",
        0.9,
        async token =>
        {
            await using var context = Context();
            return string.Join(' ', (await new EntityFrameworkCoreLedgerStore(context).CountHeadsAsync(HeadFilter.Of(StreamKind.Parse(Standing)), token)).Select(count => count.Count));
        },
        async token => string.Join(' ', await database.CountAsync($"SELECT count(*) FROM gdpr_head WHERE stream_kind = '{Standing}' GROUP BY status ORDER BY status", token)));

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using (var context = Context())
        {
            await context.Database.EnsureCreatedAsync(cancellationToken);
        }

        // A ref that is a number, so that it can be computed again; a hundredth was withdrawn.
        var subject = IsSqlite ? "unhex(printf('%032x', n))" : "decode(lpad(to_hex(n), 32, '0'), 'hex')";
        var (hash, empty) = IsSqlite ? ("zeroblob(32)", "x''") : ("decode(repeat('00', 32), 'hex')", "''::bytea");
        var state = IsSqlite ? "CAST('{\"state\":\"given\"}' AS BLOB)" : "convert_to('{\"state\":\"given\"}', 'UTF8')";
        var numbers = string.Format(null, database.Numbers, heads);
        await database.ExecuteAsync(
            $"""
            INSERT INTO gdpr_head (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
            SELECT '{Standing}', {subject}, 'newsletter', 1, 0, n, 1, CASE WHEN n % 100 = 0 THEN 'withdrawn' ELSE 'given' END, n, NULL, {state} FROM {numbers}
            """,
            cancellationToken);
        await database.ExecuteAsync(
            $"""
            INSERT INTO gdpr_entry (entry_id, stream_kind, subject, stream_key, version, recorded_at, entry_type, salt, facts, details_commitment, content, hash)
            SELECT {subject}, '{Standing}', {subject}, 'newsletter', 1, n, 'benchmark.given/1', {subject}, {state}, NULL, {empty}, {hash} FROM {numbers}
            """,
            cancellationToken);
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    private LedgerContext Context()
    {
        var options = new DbContextOptionsBuilder<LedgerContext>();
        database.Use(options);
        return new LedgerContext(options.Options);
    }

    private Task<HandWrittenLedger> HandAsync(string pragma, CancellationToken cancellationToken) => database.Connect() switch
    {
        NpgsqlConnection connection => PostgreSqlHandWrittenLedger.OpenAsync(connection, cancellationToken),
        SqliteConnection connection => SqliteHandWrittenLedger.OpenAsync(connection, pragma, cancellationToken),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is not measured."),
    };
}
