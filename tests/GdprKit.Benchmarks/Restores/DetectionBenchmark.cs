using System.Diagnostics;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Ledger;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Benchmarks.Restores;

/// <summary>How long a process that has just started takes to know how the database and its mirror stand, at two sizes of the ledger.</summary>
internal static class DetectionBenchmark
{
    private const int MostEntries = 1_000_000;

    private const int Smaller = 100;

    private const double Asked = 50;

    private const int Later = 500;

    public static async Task<bool> RunAsync(string kind, int people, int repeats, CancellationToken cancellationToken)
    {
        var large = Math.Min(people, MostEntries);
        await Console.Out.WriteLineAsync($"\n## Detection at start on {kind}: the first, and the median of {Math.Max(repeats, 3)}, each by services that are new\n");
        await Console.Out.WriteLineAsync("| entries | database | first | median | asked | answers |");
        await Console.Out.WriteLineAsync("|---:|---|---:|---:|---:|---|");
        var isRight = true;
        foreach (var entries in (int[])[Math.Max(1, large / Smaller), large])
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            using var files = new HotelFiles();
            await FillAsync(database, files, entries, cancellationToken);
            isRight &= await MeasureAsync(MirrorState.Level);
            await database.KeepCopyAsync(cancellationToken);
            await AppendAsync(database, files, Later, hasMirror: true, cancellationToken);
            await database.PutCopyBackAsync(cancellationToken);
            isRight &= await MeasureAsync(MirrorState.Behind);
            await AppendAsync(database, files, Later / 2, hasMirror: false, cancellationToken);
            isRight &= await MeasureAsync(MirrorState.Diverged);

            async Task<bool> MeasureAsync(MirrorState expected)
            {
                var times = new List<double>();
                var isAlwaysRight = true;
                for (var repeat = 0; repeat < Math.Max(repeats, 3); repeat++)
                {
                    var (time, state) = await DetectAsync(database, files, cancellationToken);
                    times.Add(time);
                    isAlwaysRight &= state == expected;
                }

                await Console.Out.WriteLineAsync(FormattableString.Invariant($"| {entries:N0} | {expected} | {times[0]:F1} ms | {Rounds.Median(times):F1} ms | {Asked:F0} ms | {(isAlwaysRight ? "right" : "WRONG")} |"));
                return isAlwaysRight;
            }
        }

        return isRight;
    }

    private static async Task<(double Time, MirrorState State)> DetectAsync(BenchmarkDatabase database, HotelFiles files, CancellationToken cancellationToken)
    {
        await using var services = Hotel.Start(database, files);
        await using (var scope = services.CreateAsyncScope())
        {
            // What any start does, whether it looks or not: the model is made, and the first connection.
            _ = await scope.ServiceProvider.GetRequiredService<HotelContext>().Set<Guest>().AnyAsync(cancellationToken);
        }

        var started = Stopwatch.GetTimestamp();
        var refusal = await services.GetRequiredService<LedgerGuard>().FindRefusalAsync(cancellationToken);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return (time, refusal?.Id switch
        {
            null => MirrorState.Level,
            LedgerMessages.DatabaseBehind => MirrorState.Behind,
            LedgerMessages.DatabaseDiverged => MirrorState.Diverged,
            _ => MirrorState.Unknown,
        });
    }

    private static async Task FillAsync(BenchmarkDatabase database, HotelFiles files, int entries, CancellationToken cancellationToken)
    {
        await using (var services = Hotel.Start(database, files))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<HotelContext>().Database.EnsureCreatedAsync(cancellationToken);
        }

        await AppendAsync(database, files, entries, hasMirror: true, cancellationToken);
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    private static async Task AppendAsync(BenchmarkDatabase database, HotelFiles files, int entries, bool hasMirror, CancellationToken cancellationToken)
    {
        await using var services = Hotel.Start(database, files);
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ILedgerStore>();
        for (var left = entries; left > 0; left -= Math.Min(left, 50_000))
        {
            foreach (var batch in LedgerWork.Bulk(Math.Min(left, 50_000), Math.Min(left, 1_000)))
            {
                await store.AppendAsync(batch, cancellationToken);
            }

            var sequencer = hasMirror
                ? scope.ServiceProvider.GetRequiredService<LedgerSequencer>()
                : new LedgerSequencer(store, scope.ServiceProvider.GetRequiredService<ILedgerLog>(), scope.ServiceProvider.GetRequiredService<IClock>());
            await sequencer.PumpAsync(cancellationToken);
        }
    }
}
