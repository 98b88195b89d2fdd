using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Benchmarks.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.StartUp;

/// <summary>Starts a host whose model has many entities, with GdprKit and without it, each time in a process of its own.</summary>
/// <remarks>
/// Measures this program as it runs: built, its code is compiled when it runs for the first time; published with
/// <c>PublishReadyToRun</c>, most is compiled ahead.
/// </remarks>
internal static class StartUpBenchmark
{
    /// <summary>How much longer a start may take, in milliseconds.</summary>
    private const double Asked = 150;

    public static async Task RunAsync(int entities, int repeats, bool areas, CancellationToken cancellationToken)
    {
        var (with, without) = (new List<Start>(), new List<Start>());
        for (var round = 0; round < repeats; round++)
        {
            without.Add(await InProcessOfItsOwnAsync<Start>(entities, withGdprKit: false, areas: false, cancellationToken));
            with.Add(await InProcessOfItsOwnAsync<Start>(entities, withGdprKit: true, areas: false, cancellationToken));
        }

        double Median(List<Start> starts, Func<Start, double> part) => Rounds.Median([.. starts.Select(part)]);
        string Line(string name, Func<Start, double> part) => string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {Median(without, part):N0} | {Median(with, part):N0} | {Median(with, part) - Median(without, part):N0} |");
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""

            ## Start-up with {entities} mapped entities

            Medians of {repeats} starts, each in a process of its own. Asked are at most {Asked:N0} ms more by the clock on the wall.

            | | without GdprKit | with it | more |
            |---|---:|---:|---:|
            {Line("wall, ms", start => start.Wall)}
            {Line("processor, ms", start => start.Processor)}
            {Line("compiling code that runs for the first time, ms", start => start.Compiling)}
            {Line("methods compiled", start => start.Methods)}
            """));
        if (areas)
        {
            await TellAreasAsync(entities, cancellationToken);
        }
    }

    /// <summary>Starts once and tells how long it took; the model is made in either case, as the first query of an application does.</summary>
    public static async Task StartOnceAsync(int entities, bool withGdprKit, bool areas, CancellationToken cancellationToken)
    {
        RecordContext.Entities = Math.Min(entities, RecordTypes.All.Count);
        using var methods = areas ? new CompiledMethods() : null;
        var started = Stopwatch.GetTimestamp();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContext<RecordContext>(options => options.UseSqlite("Data Source=:memory:"));
        if (withGdprKit)
        {
            builder.Services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 7, 1, 10, 0)));
            builder.Services.AddGdprKit(gdpr =>
            {
                gdpr.UseRegister(Shop.Register()).UseEntityFrameworkCore<RecordContext>().EnforceCoverage(CoverageEnforcement.Warn);
                foreach (var (_, addMap) in RecordTypes.All.Take(RecordContext.Entities))
                {
                    addMap(gdpr);
                }
            });
        }

        using var host = builder.Build();
        await host.StartAsync(cancellationToken);

        // Twice, because the second context of a process compiles how contexts are made, whoever made the first.
        for (var contexts = 0; contexts < 2; contexts++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            _ = scope.ServiceProvider.GetRequiredService<RecordContext>().Model;
        }

        var start = Start.Since(started);
        await Console.Out.WriteLineAsync(methods is null ? JsonSerializer.Serialize(start) : JsonSerializer.Serialize(await methods.AreasAsync(cancellationToken)));
    }

    private static async Task TellAreasAsync(int entities, CancellationToken cancellationToken)
    {
        var without = await InProcessOfItsOwnAsync<Dictionary<string, int>>(entities, withGdprKit: false, areas: true, cancellationToken);
        var with = await InProcessOfItsOwnAsync<Dictionary<string, int>>(entities, withGdprKit: true, areas: true, cancellationToken);
        await Console.Out.WriteLineAsync($"""

            Methods compiled by namespace, where there are more with GdprKit. Generic code of the framework counts where its types are declared.

            | namespace | without GdprKit | with it |
            |---|---:|---:|
            {string.Join(Environment.NewLine, with
                .Where(area => area.Value > without.GetValueOrDefault(area.Key))
                .OrderByDescending(area => area.Value - without.GetValueOrDefault(area.Key))
                .Select(area => $"| {area.Key} | {without.GetValueOrDefault(area.Key)} | {area.Value} |"))}
            """);
    }

    private static async Task<T> InProcessOfItsOwnAsync<T>(int entities, bool withGdprKit, bool areas, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["start-once", "--entities", $"{entities}", "--with", $"{withGdprKit}", "--areas", $"{areas}"]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(output)! : throw new InvalidOperationException("The host did not start.");
    }
}
