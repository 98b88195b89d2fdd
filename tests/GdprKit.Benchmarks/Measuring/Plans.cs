using GdprKit.Benchmarks.Databases;

namespace GdprKit.Benchmarks.Measuring;

/// <summary>Shows the statements of both sides of a contest, with how long each takes and how the database goes about it.</summary>
internal static class Plans
{
    public static async Task ShowAsync(BenchmarkDatabase database, Contest contest, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"\n### {contest.Name}");
        await ShowAsync(database, "GdprKit", contest.GdprKit, cancellationToken);
        await ShowAsync(database, "by hand", contest.ByHand, cancellationToken);
    }

    private static async Task ShowAsync(BenchmarkDatabase database, string who, Func<CancellationToken, Task<string>> work, CancellationToken cancellationToken)
    {
        foreach (var statement in await database.Sent.WhileAsync(() => work(cancellationToken)))
        {
            var time = await database.TimeAsync(statement, cancellationToken);
            await Console.Out.WriteLineAsync($"\n{who}, {time.TotalMilliseconds:N0} ms:\n\n```\n{statement}\n\n{await database.ExplainAsync(statement, cancellationToken)}\n```");
        }
    }
}
