using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Puts the entries of the ledger in order and brings them to its mirror: once a second while there are any, so that they come in batches.</summary>
internal sealed partial class LedgerOrderingWork(LedgerWatch watch, IClock clock, ILogger<LedgerOrderingWork>? logger = null) : IWork, IAppendListener
{
    private static readonly Duration AtMostEvery = Duration.FromSeconds(1);

    private Instant _next = Instant.MinValue;

    private int _isCalled;

    private MirrorState _warned;

    private bool _isUnsigned;

    public string Name => "ledger.order";

    public WakeUpCall WakeUp { get; } = new();

    // Who appends ten thousand times a second calls once for all of them.
    public void OnAppended(AppendBatch batch)
    {
        if (Interlocked.Exchange(ref _isCalled, 1) == 0)
        {
            WakeUp.Call();
        }
    }

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (now < _next && _next - now <= AtMostEvery)
        {
            return new WorkRound(DidSomething: false, _next);
        }

        Volatile.Write(ref _isCalled, 0);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = scope.ServiceProvider;
            if (services.GetService<ILedgerLog>() is not { } log)
            {
                return WorkRound.Nothing;
            }

            var result = await LookAsync(services, log, cancellationToken).ConfigureAwait(false);
            Warn(watch.Mirror);
            WarnUnsigned();
            _next = clock.GetCurrentInstant() + AtMostEvery;
            return result.Ordered + result.Mirrored > 0 || result.IsElsewhere ? new WorkRound(DidSomething: true, _next) : WorkRound.Nothing;
        }
    }

    // The worker logs what fails and tries it again; how the ledger stood before is not how it stands.
    private async ValueTask<SequencingResult> LookAsync(IServiceProvider services, ILedgerLog log, CancellationToken cancellationToken)
    {
        try
        {
            var result = await services.GetRequiredService<LedgerSequencer>().PumpAsync(cancellationToken).ConfigureAwait(false);
            // Looked at from the start on, so that who cannot wait for an answer finds one.
            await services.GetRequiredService<LedgerGuard>().FindRefusalAsync(cancellationToken).ConfigureAwait(false);
            watch.See(result, await log.CountPendingAsync(cancellationToken).ConfigureAwait(false), clock.GetCurrentInstant());
            return result;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            watch.Fail(fault, clock.GetCurrentInstant());
            throw;
        }
    }

    // Once for each state that it comes to.
    private void Warn(MirrorStanding standing)
    {
        if (standing.State == _warned)
        {
            return;
        }

        if (logger is not null && standing.ToException() is { } fault)
        {
            Unfit(logger, WorkerMessages.MirrorUnfit, standing.State, fault.Message);
        }
        else if (logger is not null && _warned is not (MirrorState.Unknown or MirrorState.NotKept or MirrorState.Level or MirrorState.Ahead))
        {
            FitAgain(logger, WorkerMessages.MirrorFitAgain, standing.State);
        }

        _warned = standing.State;
    }

    // Once, until one is signed again.
    private void WarnUnsigned()
    {
        if (watch.WhyUnsigned is { } reason && !_isUnsigned && logger is not null)
        {
            Unsigned(logger, WorkerMessages.CheckpointUnsigned, reason);
        }

        _isUnsigned = watch.WhyUnsigned is not null;
    }

    [LoggerMessage(6403, LogLevel.Error, "{Id}: the ledger and its mirror do not fit ({State}). {Reason}")]
    private static partial void Unfit(ILogger logger, string id, MirrorState state, string reason);

    [LoggerMessage(6404, LogLevel.Information, "{Id}: the ledger and its mirror fit again ({State}).")]
    private static partial void FitAgain(ILogger logger, string id, MirrorState state);

    [LoggerMessage(6406, LogLevel.Error, "{Id}: what was mirrored is safe, and its checkpoint was not signed. {Reason}")]
    private static partial void Unsigned(ILogger logger, string id, string reason);
}
