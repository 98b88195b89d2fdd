using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>
/// Goes on with a replay that somebody asked for and whose process ended, or that waits for a store, and merges what was accepted in the mirror once the database is not behind it any more. It begins no replay: what becomes of an older copy is
/// for somebody to decide.
/// </summary>
internal sealed partial class RestoreResumingWork(IOptions<WorkerOptions> options, IClock clock, ILogger<RestoreResumingWork>? logger = null) : IWork
{
    private static readonly Duration LongestPause = Duration.FromHours(1);

    private Instant _next = Instant.MinValue;

    private Duration _pause = Duration.Zero;

    public string Name => "restore.resume";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        if (!options.Value.ResumeReplays)
        {
            return WorkRound.Nothing;
        }

        var now = clock.GetCurrentInstant();
        if (now < _next && _next - now <= LongestPause)
        {
            return new WorkRound(DidSomething: false, _next);
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = scope.ServiceProvider;
            if (services.GetService<ILedgerStore>() is null || services.GetService<ILedgerMirror>() is null)
            {
                return WorkRound.Nothing;
            }

            var report = await services.GetRequiredService<DatabaseRestores>().ResumeAsync(cancellationToken).ConfigureAwait(false);
            Tell(report);
            // All of what came back is looked through each time, so a store that does not answer is asked ever later.
            _pause = report is not { IsFinished: false } ? Duration.Zero : Duration.Min(LongestPause, Duration.Max(options.Value.LookEvery, _pause * 2));
            _next = now + _pause;
            return report is null ? WorkRound.Nothing : new WorkRound(DidSomething: true, report.IsFinished ? null : _next);
        }
    }

    private void Tell(RestoreReport? report)
    {
        if (report is null || logger is null)
        {
            return;
        }

        var waiting = report.CountOf(RestoreFindingKind.ErasureWaiting);
        var appended = report.CountOf(RestoreFindingKind.EntriesAppended);
        var attention = report.NeedingAttention.Count();
        if (!report.IsFinished)
        {
            Waits(logger, WorkerMessages.ReplayWaits, waiting);
        }
        else if (report.Restore is not null && attention > 0)
        {
            FinishedInPart(logger, WorkerMessages.ReplayFinishedInPart, report.To - report.From, attention);
        }
        else if (report.Restore is not null)
        {
            Finished(logger, WorkerMessages.ReplayFinished, report.To - report.From);
        }
        else if (appended > 0)
        {
            Merged(logger, WorkerMessages.InboxMerged, appended);
        }
    }

    [LoggerMessage(6412, LogLevel.Information, "{Id}: a replay that was not finished is finished: {Restored} entries are back, and what was done then is done again.")]
    private static partial void Finished(ILogger logger, string id, long restored);

    [LoggerMessage(6413, LogLevel.Warning, "{Id}: a replay that was not finished is finished: {Restored} entries are back, and {Attention} findings are to be looked at by hand. Look at the last of DatabaseRestores.ListAsync.")]
    private static partial void FinishedInPart(ILogger logger, string id, long restored, int attention);

    [LoggerMessage(6414, LogLevel.Warning, "{Id}: a replay waits for a store that has not answered {Waiting} erasures, and the database is refused until then. See whether the store runs; it goes on by itself.")]
    private static partial void Waits(ILogger logger, string id, long waiting);

    [LoggerMessage(6415, LogLevel.Information, "{Id}: {Appended} entries were appended that had been accepted in the mirror while an older copy of the database was refused.")]
    private static partial void Merged(ILogger logger, string id, long appended);
}
