using System.Diagnostics;
using System.Globalization;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Benchmarks.Restores;

/// <summary>
/// The replay after a copy was restored of before people were erased, against what a developer would write by hand; each works on a copy of the same database. What GdprKit does beside it, and the other does not: the
/// orders stand in the ledger again with their proofs, each row is judged, and every order says what became of it.
/// </summary>
internal sealed class RestoreBenchmark(BenchmarkDatabase database, HotelFiles files, HotelHistory history)
{
    private const double Asked = 0.8;

    private readonly EntriesBack _back = new();

    private readonly List<(double Whole, double Data)> _parts = [];

    private ServiceProvider? _services;

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int people, int erasures, Rounds rounds, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            isRight &= await DetectionBenchmark.RunAsync(kind, people, rounds.Repeats, cancellationToken);
            isRight &= await ReplayAsync(kind, people, erasures, rounds, cancellationToken);
            isRight &= await SearchBenchmark.RunAsync(kind, people, erasures, rounds, cancellationToken);
        }

        return isRight;
    }

    private static async Task<bool> ReplayAsync(string kind, int people, int erasures, Rounds rounds, CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
        using var files = new HotelFiles();
        await using var services = Hotel.Start(database, files);
        var history = new HotelHistory(database, services, people, erasures);
        await history.FillAsync(isLinked: true, cancellationToken);
        await database.KeepCopyAsync(cancellationToken);
        await history.EraseAsync(cancellationToken);
        files.Keep();
        return await new RestoreBenchmark(database, files, history).RunAsync(people, erasures, rounds, cancellationToken);
    }

    private async Task<bool> RunAsync(int people, int erasures, Rounds rounds, CancellationToken cancellationToken)
    {
        await Report.HeadAsync($"Replay on {database.Name}: {erasures:N0} erasures again among {people:N0} people");
        var contest = new Contest("replay, against deleting and blanking by hand", Asked, ReplayAsync, ByHandAsync);
        var outcome = await rounds.RunAsync(contest, PrepareAsync, cancellationToken);
        await Report.AddAsync(outcome);
        var (whole, data) = (Rounds.Median(_parts.Select(part => part.Whole)), Rounds.Median(_parts.Select(part => part.Data)));
        await Report.AddAsync(outcome with { Contest = contest with { Name = "of that the work on the data, when the entries stand again" }, GdprKit = data, Ratio = outcome.ByHand / data });
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"\nErasures in a second: {erasures / whole * 1000:N0}, of the work on the data alone {erasures / data * 1000:N0}; by hand {erasures / outcome.ByHand * 1000:N0}."));
        await Console.Out.WriteLineAsync($"Memory at most: {await MemoryAsync(ReplayAsync, cancellationToken)}; by hand {await MemoryAsync(ByHandAsync, cancellationToken)}.");
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        return outcome.IsRight;
    }

    private async Task<MemoryMaximum> MemoryAsync(Func<CancellationToken, Task<string>> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await MemoryMaximum.OfAsync(() => work(cancellationToken));
    }

    private async Task<string> ReplayAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        _back.Begin();
        await using var scope = _services!.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<DatabaseRestores>().ReplayAsync(Hotel.Owner, _back, cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        _parts.Add((took.TotalMilliseconds, (took - _back.Took).TotalMilliseconds));
        return await AnswerAsync(report.IsFinished ? report.CountOf(RestoreFindingKind.ErasureRepeated) : -1, cancellationToken);
    }

    private async Task<string> ByHandAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await new HandWrittenErasures(database).EraseAsync(history.Erased, cancellationToken), cancellationToken);

    // Whatever is left of anybody.
    private async Task<string> AnswerAsync(long repeated, CancellationToken cancellationToken)
    {
        var left = await database.CountAsync(
            """
            SELECT (SELECT count(*) FROM "Guests"), (SELECT CAST(sum("Id") AS bigint) FROM "Guests"), (SELECT count("Name") + count("Email") FROM "Guests"), (SELECT CAST(sum("Id") AS bigint) FROM "Guests" WHERE "Name" IS NULL),
            (SELECT count(*) FROM "Stays"), (SELECT CAST(sum("Id") AS bigint) FROM "Stays"), (SELECT count(*) FROM "Bills"), (SELECT count("Address") FROM "Bills")
            """,
            cancellationToken);
        return $"{repeated} again, left {string.Join(' ', left.Select(count => count.ToString(CultureInfo.InvariantCulture)))}";
    }

    // A copy of before anybody was erased, and a process that has just started on it.
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        await database.PutCopyBackAsync(cancellationToken);
        files.PutBack();
        _services = Hotel.Start(database, files);
        await using (var scope = _services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseRestores>().LookAsync(cancellationToken);
        }

        if (database.BeforeEach is { } statement)
        {
            await database.ExecuteAsync(statement, cancellationToken);
        }
    }
}
