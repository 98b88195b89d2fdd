using System.Globalization;
using GdprKit.Ledger;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Tells whether the ledger is put in order and fits its mirror, whether a replay is not finished, and whether the last verification found something. Asks no database, and names nobody.</summary>
internal sealed class LedgerHealth(LedgerWatch watch, LedgerGuard guard, IOptions<WorkerOptions> options, IClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Check(context.Registration.FailureStatus));
    }

    private HealthCheckResult Check(HealthStatus failure)
    {
        if (watch.Verified is { IsSound: false } report)
        {
            var first = report.Findings[0];
            return new HealthCheckResult(
                failure,
                string.Create(CultureInfo.InvariantCulture, $"The ledger was verified on {report.At}, and {report.Faults} things do not fit; the first is {first.Fault}{(first.Position is { } position ? $" at position {position}" : "")}. Keep the database as it is, and look at the report of a verification."));
        }

        // A disk that is full or a share that is away may be back in a minute; an older database does not become newer.
        var unfit = watch.Mirror.ToException();
        var passes = watch.Mirror.State is MirrorState.Full or MirrorState.Unreachable;
        return unfit is not null && !(passes && IsPatient(watch.Since)) ? new HealthCheckResult(failure, unfit.Message)
            : watch.WhyFailing is { } failing ? IsPatient(watch.FailingSince) ? HealthCheckResult.Degraded(failing) : new HealthCheckResult(failure, failing)
            : unfit is not null ? HealthCheckResult.Degraded(unfit.Message)
            // What was lost is back, and what was done then is not done again yet: the workers ask every minute.
            : guard.LastRefusal is { } refusal ? new HealthCheckResult(failure, refusal.Message)
            : watch.Mirror.State == MirrorState.Unknown ? HealthCheckResult.Healthy("No worker has looked at the ledger yet.")
            : watch.StandingStillSince is { } since && !IsPatient(since) ? HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"Entries of the ledger wait for a position ({watch.Pending}), and none has got one since {since}. See whether the workers run where the lease 'ledger.order' is held."))
            : watch.WhyUnsigned is { } reason ? HealthCheckResult.Degraded($"Checkpoints of the ledger are not signed. {reason}")
            : HealthCheckResult.Healthy();
    }

    private bool IsPatient(Instant since) => clock.GetCurrentInstant() - since < options.Value.PatientFor;
}
