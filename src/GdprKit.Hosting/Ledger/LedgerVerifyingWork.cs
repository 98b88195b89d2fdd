using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Verifies the whole ledger from time to time and whenever somebody asks, and then forgets in its mirror what the ledger has forgotten, where nothing was found.</summary>
internal sealed partial class LedgerVerifyingWork : IWork
{
    private readonly LedgerWatch _watch;

    private readonly VerificationRun _run;

    private readonly IOptions<WorkerOptions> _options;

    private readonly IClock _clock;

    private readonly ILogger<LedgerVerifyingWork>? _logger;

    private Instant? _next;

    public LedgerVerifyingWork(LedgerWatch watch, VerificationRun run, IOptions<WorkerOptions> options, IClock clock, ILogger<LedgerVerifyingWork>? logger = null)
    {
        (_watch, _run, _options, _clock, _logger) = (watch, run, options, clock, logger);
        _run.Asked += (_, _) => WakeUp.Call();
    }

    public string Name => "ledger.verify";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        // A host that starts has something better to do, and one that restarts often must not verify each time.
        var now = _clock.GetCurrentInstant();
        _next = _next is { } planned && planned - now <= _options.Value.VerifyEvery ? planned : now + _options.Value.VerifyEvery;
        if (now < _next && _run.Stage != VerificationStage.Asked)
        {
            return new WorkRound(DidSomething: false, _next);
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = scope.ServiceProvider;
            if (services.GetService<ILedgerLog>() is null)
            {
                return WorkRound.Nothing;
            }

            var report = await VerifyAsync(cancellationToken).ConfigureAwait(false);
            if (_watch.Mirror.CanMirror)
            {
                await services.GetRequiredService<SoundForgetting>().ForgetAsync(report, cancellationToken).ConfigureAwait(false);
            }
        }

        return new WorkRound(DidSomething: true, _next);
    }

    private async Task<VerificationReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var report = await _run.RunAsync(cancellationToken).ConfigureAwait(false);
        _next = _clock.GetCurrentInstant() + _options.Value.VerifyEvery;
        if (!report.IsSound && _logger is not null)
        {
            Unsound(_logger, WorkerMessages.LedgerUnsound, report.Faults, report.Findings[0].Fault, report.Findings[0].Position);
        }

        return report;
    }

    [LoggerMessage(6405, LogLevel.Critical, "{Id}: the ledger was verified, and {Faults} things do not fit; the first is {Fault} at position {Position}.")]
    private static partial void Unsound(ILogger logger, string id, long faults, VerificationFault fault, long? position);
}
