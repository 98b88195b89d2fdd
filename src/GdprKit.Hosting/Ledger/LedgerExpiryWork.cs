using GdprKit.Ledger;
using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>
/// Lets go once a night what GdprKit remembers itself and whose period has ended (Art. 5(1)(e)), from the ledger and then, after a sound verification, from its mirror. Never because a process starts. Of two instances each lets go what the other has not, so they
/// need not take turns.
/// </summary>
internal sealed partial class LedgerExpiryWork(LedgerWatch watch, ExpiryMeter meter, IOptions<WorkerOptions> options, IClock clock, ILogger<LedgerExpiryWork>? logger = null) : IWork
{
    private readonly OnceANight _nights = new(options.Value.CleanUpAt);

    private bool _isRefused;

    private bool _isOwedToMirror;

    public string Name => "ledger.expire";

    public WakeUpCall WakeUp { get; } = new();

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

            var hasExpired = await ExpireAsync(services, cancellationToken).ConfigureAwait(false);
            var hasForgotten = await ForgetAsync(services, cancellationToken).ConfigureAwait(false);
            return new WorkRound(hasExpired || hasForgotten, _isRefused ? null : _nights.Next);
        }
    }

    private async Task<bool> ExpireAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (now, zone) = (clock.GetCurrentInstant(), services.GetRequiredService<ProcessingRegister>().Controller.TimeZone);
        if (!_nights.IsDue(now, zone))
        {
            return false;
        }

        // The night is made up for as soon as the database can be relied on.
        var refusal = await services.GetRequiredService<LedgerGuard>().FindRefusalAsync(cancellationToken).ConfigureAwait(false);
        Tell(refusal);
        if (refusal is not null)
        {
            return false;
        }

        var expired = await services.GetRequiredService<LedgerExpiry>().RunAsync(cancellationToken).ConfigureAwait(false);
        _nights.Done(now, zone);
        var gone = expired.Where(kind => kind.Count > 0).ToList();
        if (gone.Count == 0)
        {
            return false;
        }

        _isOwedToMirror = true;
        gone.ForEach(kind => meter.Expired(kind.Kind, kind.Count));
        if (logger is not null)
        {
            Expired(logger, WorkerMessages.OwnRecordsExpired, gone.Sum(kind => kind.Count), string.Join(", ", gone.Select(kind => $"{kind.Kind} {kind.Count}")));
        }

        return true;
    }

    // What is not forgotten now, because the mirror cannot be used or the process ends, is when it can be, or when the ledger is verified next.
    private async Task<bool> ForgetAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!_isOwedToMirror || !watch.Mirror.CanMirror)
        {
            return false;
        }

        // Not again after an hour where something was found: the worker that verifies forgets after the next sound verification.
        await services.GetRequiredService<SoundForgetting>().VerifyAndForgetAsync(cancellationToken).ConfigureAwait(false);
        _isOwedToMirror = false;
        return true;
    }

    // When it begins.
    private void Tell(LedgerException? refusal)
    {
        if (logger is not null && refusal is not null && !_isRefused)
        {
            Refused(logger, WorkerMessages.ExpiryRefused, refusal.Message);
        }

        _isRefused = refusal is not null;
    }

    [LoggerMessage(6416, LogLevel.Information, "{Id}: {Streams} records of what GdprKit remembers itself are gone, because their periods have ended: {Kinds}.")]
    private static partial void Expired(ILogger logger, string id, long streams, string kinds);

    [LoggerMessage(6417, LogLevel.Warning, "{Id}: what GdprKit remembers itself does not go, although its periods have ended, because the database cannot be relied on. {Reason}")]
    private static partial void Refused(ILogger logger, string id, string reason);
}
