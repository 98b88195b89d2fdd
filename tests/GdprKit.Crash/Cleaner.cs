using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Crash;

/// <summary>Does the retention run that was approved until nothing is left of it, or the process is killed.</summary>
/// <param name="host">The host that does it.</param>
public sealed class Cleaner(ClubHost host)
{
    /// <summary>Goes on with the run until it has come to its end. Says how far it is, a line each: <c>ready</c>, <c>committed</c> after each transaction, <c>done</c>.</summary>
    /// <param name="minutes">How many minutes after the approval this process starts: the lease of one that was killed has ended by then.</param>
    /// <param name="told">Is told how far it is.</param>
    public async Task RunAsync(int minutes, TextWriter told)
    {
        await using var provider = host.Create(ClubHost.ClockAt(minutes), told);
        await told.WriteLineAsync("ready");
        while ((await provider.GetRequiredService<RetentionRunner>().RunAsync()) is { Run: not null } round)
        {
            if (round.IsElsewhere)
            {
                throw new InvalidOperationException("The lease of a process that was killed has not ended.");
            }
        }

        await told.WriteLineAsync("done");
    }
}
