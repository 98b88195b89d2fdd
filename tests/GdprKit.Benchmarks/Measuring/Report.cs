namespace GdprKit.Benchmarks.Measuring;

/// <summary>Prints outcomes as a table of Markdown.</summary>
internal static class Report
{
    public static async Task HeadAsync(string title)
    {
        await Console.Out.WriteLineAsync($"\n## {title}\n");
        await Console.Out.WriteLineAsync("| what | GdprKit | by hand | speed | asked | answers |");
        await Console.Out.WriteLineAsync("|---|---:|---:|---:|---:|---|");
    }

    public static Task AddAsync(Outcome outcome) => Console.Out.WriteLineAsync(outcome.ToString());
}
