using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Measuring;
using GdprKit.EntityFrameworkCore;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Ledger;

/// <summary>Putting entries in order, appending beside it, and verifying all of it.</summary>
internal sealed class OrderBenchmark(BenchmarkDatabase database, Rounds rounds, int entries, int appends)
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    private const int PerBatch = 1_000;

    private const int PerPart = 50_000;

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int entries, int appends, Rounds rounds, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            var benchmark = new OrderBenchmark(database, rounds, entries, appends);
            await benchmark.FillAsync(cancellationToken);
            await Report.HeadAsync($"Order on {database.Name}, {entries:N0} entries in order, {appends:N0} appends a round");
            var verified = await rounds.RunAsync(benchmark.Verify(), token => database.BeforeEach is { } statement ? database.ExecuteAsync(statement, token) : Task.CompletedTask, cancellationToken);
            await Report.AddAsync(verified);
            isRight &= verified.IsRight;
            await Report.AddAsync(await benchmark.DrainAsync(cancellationToken));
            await Report.AddAsync(await benchmark.BesideAsync(cancellationToken));
            await Console.Out.WriteLineAsync($"\nLive memory after all: {GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MB; working set {Environment.WorkingSet / 1024 / 1024} MB.");
        }

        return isRight;
    }

    // Both read every row in the order of the positions and hash it; GdprKit also makes entries of them, and the tree.
    private Contest Verify() => new(
        "verify entries, order and tree",
        0.7,
        async token =>
        {
            await using var context = Context();
            var report = await new LedgerVerification(new EntityFrameworkCoreLedgerStore(context), new EntityFrameworkCoreLedgerLog(context), [], Clock)
                .VerifyAsync(VerificationScope.Entries, cancellationToken: token);
            return report.IsSound ? $"{report.Entries} hashed" : report.ToString();
        },
        async token =>
        {
            await using var connection = database.Connect();
            await connection.OpenAsync(token);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT o.hash, e.entry_id, e.stream_kind, e.subject, e.stream_key, e.version, e.recorded_at, e.entry_type, e.salt, e.facts, e.details_commitment, e.content, e.hash, d.salt, d.texts
                FROM gdpr_order o JOIN gdpr_entry e ON e.entry_id = o.entry_id LEFT JOIN gdpr_entry_details d ON d.entry_id = o.entry_id ORDER BY o.position
                """;
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(token);
            var hashed = 0L;
            while (await reader.ReadAsync(token))
            {
                Hash(reader);
                hashed++;
            }

            return $"{hashed} hashed";
        });

    /// <summary>How long it takes to put in order what was appended, against how long it took to append it.</summary>
    private async Task<Outcome> DrainAsync(CancellationToken cancellationToken)
    {
        var times = new List<(double Drain, double Append)>();
        var ordered = 0L;
        for (var round = 0; round <= rounds.Repeats; round++)
        {
            var append = await TimeAsync(() => AppendAsync(LedgerWork.Single(appends), cancellationToken));
            var drain = await TimeAsync(async () => ordered += (await PumpAsync(cancellationToken)).Ordered);
            times.Add((drain, append));
        }

        // The first round warms up.
        return Of("put in order, against appending the same", 3, times[1..], $"{ordered}", $"{(rounds.Repeats + 1L) * appends}");
    }

    /// <summary>How long it takes to append while somebody puts in order, once a second as the worker does, against how long without.</summary>
    private async Task<Outcome> BesideAsync(CancellationToken cancellationToken)
    {
        var times = new List<(double Beside, double Alone)>();
        for (var round = 0; round <= rounds.Repeats; round++)
        {
            var (one, other) = (LedgerWork.Single(appends), LedgerWork.Single(appends));
            var alone = await TimeAsync(() => AppendAsync(one, cancellationToken));
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var ordering = Task.Run(() => KeepPumpingAsync(ending.Token), CancellationToken.None);
            var beside = await TimeAsync(() => AppendAsync(other, cancellationToken));
            await ending.CancelAsync();
            await ordering;
            await PumpAsync(cancellationToken);
            times.Add((beside, alone));
        }

        return Of("append while somebody puts in order, against alone", 0.75, times[1..], "", "");
    }

    private static Outcome Of(string name, double asked, List<(double GdprKit, double Other)> times, string answer, string expected) => new(
        new Contest(name, asked, _ => Task.FromResult(""), _ => Task.FromResult("")),
        answer,
        expected,
        Rounds.Median(times.Select(time => time.GdprKit)),
        Rounds.Median(times.Select(time => time.Other)),
        Rounds.Median(times.Select(time => time.Other / time.GdprKit)));

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private async Task KeepPumpingAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await PumpAsync(CancellationToken.None);
#pragma warning disable RS0030 // What is measured is time as it passes.
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
#pragma warning restore RS0030
        }
    }

    private async Task<SequencingResult> PumpAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        return await new LedgerSequencer(new EntityFrameworkCoreLedgerStore(context), new EntityFrameworkCoreLedgerLog(context), Clock).PumpAsync(cancellationToken);
    }

    private async Task AppendAsync(IReadOnlyList<AppendBatch> batches, CancellationToken cancellationToken)
    {
        await using var context = Context();
        await context.Database.OpenConnectionAsync(cancellationToken);
        var store = new EntityFrameworkCoreLedgerStore(context);
        foreach (var batch in batches)
        {
            await store.AppendAsync(batch, cancellationToken);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using (var context = Context())
        {
            await context.Database.EnsureCreatedAsync(cancellationToken);
        }

        for (var written = 0; written < entries; written += Math.Min(entries, PerPart))
        {
            await AppendAsync(LedgerWork.Bulk(Math.Min(entries, PerPart), Math.Min(entries, PerBatch)), cancellationToken);
            await PumpAsync(cancellationToken);
        }

        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    private LedgerContext Context()
    {
        var options = new DbContextOptionsBuilder<LedgerContext>();
        database.Use(options);
        return new LedgerContext(options.Options);
    }

    // What the hash of an entry is made of (see LedgerEntry): its facts with their salt, its details with theirs, and then all of it.
    private static void Hash(DbDataReader row)
    {
        Span<byte> hash = stackalloc byte[32];
        using var hashing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(8);
        Add(9);
        hashing.GetHashAndReset(hash);
        if (!row.IsDBNull(13))
        {
            Add(13);
            Add(14);
            hashing.GetHashAndReset(hash);
        }

        Add(1);
        hashing.AppendData(Encoding.UTF8.GetBytes(row.GetString(2)));
        Add(3);
        hashing.AppendData(Encoding.UTF8.GetBytes(row.GetString(4)));
        hashing.AppendData(BitConverter.GetBytes(row.GetInt64(5)));
        hashing.AppendData(BitConverter.GetBytes(row.GetInt64(6)));
        hashing.AppendData(Encoding.UTF8.GetBytes(row.GetString(7)));
        hashing.AppendData(hash);
        Add(11);
        hashing.GetHashAndReset(hash);

        void Add(int column) => hashing.AppendData(row.GetFieldValue<byte[]>(column));
    }
}
