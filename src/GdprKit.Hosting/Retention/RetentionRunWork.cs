using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>
/// Lets data go: what somebody approved as soon as it is approved, and, where the application may approve by itself, once a night. Never because a process starts: the first
/// night is the one after it, and what was interrupted was approved before.
/// </summary>
internal sealed partial class RetentionRunWork(
    IOptions<RetentionRunOptions> runs, IOptions<WorkerOptions> workers, IClock clock, ILogger<RetentionRunWork>? logger = null) : IWork, IAppendListener
{
    private readonly OnceANight _nights = new(workers.Value.CleanUpAt);

    public string Name => "retention.run";

    public WakeUpCall WakeUp { get; } = new();

    public void OnAppended(AppendBatch batch)
    {
        if (batch.Streams.Any(append => append.Stream.Kind == RetentionRun.Fold.Kind))
        {
            WakeUp.Call();
        }
    }

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = scope.ServiceProvider;
            if (services.GetService<ILedgerStore>() is null)
            {
                return WorkRound.Nothing;
            }

            if (runs.Value.IsAutomatic)
            {
                await DecideAsync(services, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
            }

            var round = await services.GetRequiredService<RetentionRunner>().RunAsync(cancellationToken).ConfigureAwait(false);
            return new WorkRound(round is { Run: not null, IsElsewhere: false }, _nights.Next);
        }
    }

    private async Task DecideAsync(IServiceProvider services, Instant now, CancellationToken cancellationToken)
    {
        var zone = services.GetRequiredService<ProcessingRegister>().Controller.TimeZone;
        if (!_nights.IsDue(now, zone))
        {
            return;
        }

        var outcome = await services.GetRequiredService<AutomaticApproval>().DecideAsync(cancellationToken).ConfigureAwait(false);
        _nights.Done(now, zone);
        if (outcome is AutomaticOutcome.TooMuch { Reason: var reason } && logger is not null)
        {
            TooMuch(logger, WorkerMessages.RetentionWaits, reason);
        }
    }

    [LoggerMessage(6408, LogLevel.Warning, "{Id}: data past their period do not go by themselves. {Reason}")]
    private static partial void TooMuch(ILogger logger, string id, string reason);
}
