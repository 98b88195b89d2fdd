using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Verifies the whole ledger from time to time, and first forgets in its mirror what the ledger has forgotten.</summary>
internal sealed partial class LedgerVerifyingWork(LedgerWatch watch, IOptions<WorkerOptions> options, IClock clock, ILogger<LedgerVerifyingWork>? logger = null) : IWork
{
    private Instant? _next;

    public string Name => "ledger.verify";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        // A host that starts has something better to do, and one that restarts often must not verify each time.
        var now = clock.GetCurrentInstant();
        _next = _next is { } planned && planned - now <= options.Value.VerifyEvery ? planned : now + options.Value.VerifyEvery;
        if (now < _next)
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

            if (watch.Mirror.CanMirror)
            {
                await services.GetRequiredService<MirrorExpiry>().ForgetAsync(cancellationToken).ConfigureAwait(false);
            }

            var report = await services.GetRequiredService<LedgerVerification>().VerifyAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            watch.Verified = report;
            if (!report.IsSound && logger is not null)
            {
                Unsound(logger, WorkerMessages.LedgerUnsound, report.Faults, report.Findings[0].Fault, report.Findings[0].Position);
            }
        }

        _next = clock.GetCurrentInstant() + options.Value.VerifyEvery;
        return new WorkRound(DidSomething: true, _next);
    }

    [LoggerMessage(6405, LogLevel.Critical, "{Id}: the ledger was verified, and {Faults} things do not fit; the first is {Fault} at position {Position}.")]
    private static partial void Unsound(ILogger logger, string id, long faults, VerificationFault fault, long? position);
}
