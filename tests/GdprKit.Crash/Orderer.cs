using System.Globalization;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Crash;

/// <summary>
/// A host in which two at a time write customers and what is remembered of them, while a third puts that in order and brings it to the mirror, until it is killed. Says
/// what it does and has done, a line each: <c>ready</c>; <c>begin 3 ann-3-0=2</c>, <c>done 3 ann-3-0=2</c>; <c>safe (id)</c> when an entry lies in the mirror; <c>ordered 12</c>;
/// <c>broken (why)</c> when the mirror and the database do not fit.
/// </summary>
/// <param name="database"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="connectionString">Where it is.</param>
/// <param name="mirror">The folder of the mirror.</param>
public sealed class Orderer(string database, string connectionString, string mirror)
{
    /// <summary>When the first process starts.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 26, 9, 30);

    /// <summary>Declares the host.</summary>
    /// <param name="clock">Its clock.</param>
    public ServiceProvider Create(IClock clock)
    {
        var services = new ServiceCollection().AddSingleton(clock).AddDbContext<CrashContext>(options => CrashContext.Use(options, database, connectionString));
        services.AddGdprKit(gdpr => gdpr.UseEntityFrameworkCore<CrashContext>().AddStreams<Loyalty>().UseLedgerMirror(mirror));
        return services.BuildServiceProvider();
    }

    /// <summary>Writes, puts in order and mirrors until it is killed.</summary>
    /// <param name="minutes">How many minutes after the first process this one starts: the lease of one that was killed has ended by then.</param>
    /// <param name="seed">The seed of its choices.</param>
    /// <param name="told">Is told how far it is.</param>
    public async Task RunAsync(int minutes, int seed, TextWriter told)
    {
        var clock = new FakeClock(Start + Duration.FromMinutes(minutes), Duration.FromMilliseconds(1));
        await using var provider = Create(clock);
        await using var output = TextWriter.Synchronized(told);
        await output.WriteLineAsync("ready");

        // SQLite never gives the thread back.
        await await Task.WhenAny(
            Task.Run(() => WriteAsync(provider, "ann", seed, output)),
            Task.Run(() => WriteAsync(provider, "bob", seed + 1, output)),
            Task.Run(() => OrderAsync(provider.GetRequiredService<LedgerSequencer>(), output)));
    }

    private static async Task OrderAsync(LedgerSequencer sequencer, TextWriter output)
    {
        // Not once a second, as the worker does: so that hardly a kill finds it at rest.
        using var looksAgain = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await looksAgain.WaitForNextTickAsync())
        {
            var result = await sequencer.PumpAsync();
            if (result.Mirror.NeedsAttention)
            {
                await output.WriteLineAsync($"broken {result.Mirror}");
            }
            else if (result.Ordered + result.Mirrored > 0)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ordered {result.Ordered}"));
            }
        }
    }

    private static async Task WriteAsync(ServiceProvider provider, string owner, int seed, TextWriter output)
    {
        var random = new Random(seed);
        for (var number = 0; ; number++)
        {
            await using var scope = provider.CreateAsyncScope();
            var work = new Work(scope.ServiceProvider.GetRequiredService<CrashContext>(), random, $"{owner}-{seed}-{number}", owner);
            var plan = await work.PlanAsync();
            await output.WriteLineAsync($"begin {number} {plan}");
            await work.DoAsync();
            await output.WriteLineAsync($"done {number} {plan}");
            if (random.Next(5) == 0)
            {
                var latest = await scope.ServiceProvider.GetRequiredService<ILedgerStore>().ReadLatestAsync(before: null, limit: 1, CancellationToken.None);
                var ids = latest.Select(entry => entry.Id).ToValueList();
                await provider.GetRequiredService<LedgerSequencer>().EnsureMirroredAsync(ids);
                await output.WriteLineAsync($"safe {string.Join(' ', ids)}");
            }
        }
    }
}
