using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Crash;

/// <summary>Does again what a backup that was put in place does not know, until the report says that it is done, or the process is killed.</summary>
/// <param name="host">The host that does it.</param>
public sealed class Restorer(ClubHost host)
{
    /// <summary>Replays. Says how far it is, a line each: <c>ready</c>, <c>committed</c> after each transaction, <c>done</c>.</summary>
    /// <param name="minutes">How many minutes after the start this process starts: the lease of one that was killed has ended by then.</param>
    /// <param name="told">Is told how far it is.</param>
    public async Task RunAsync(int minutes, TextWriter told)
    {
        await using var provider = host.Create(ClubHost.ClockAt(minutes), told);
        await told.WriteLineAsync("ready");
        await using (var scope = provider.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<DatabaseRestores>().ReplayAsync(Operator.Parse("staff-1")) is { IsFinished: false } report)
            {
                throw new InvalidOperationException($"The replay is not finished: {string.Join(", ", report.NeedingAttention)}");
            }
        }

        await told.WriteLineAsync("done");
    }
}
