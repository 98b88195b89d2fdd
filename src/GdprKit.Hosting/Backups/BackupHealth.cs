using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace GdprKit.Hosting;

/// <summary>Tells when backups are there that should be gone, or are missing. Asks no database, and names nobody.</summary>
internal sealed class BackupHealth(BackupWatch watch, IOptions<WorkerOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(
            watch.Sets is not { } sets ? HealthCheckResult.Healthy("No worker has looked at the backups yet.")
            : BackupFaults.Of(sets, options.Value.BackupsAreReported) is { Count: > 0 } faults ? new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', faults))
            : HealthCheckResult.Healthy());
    }
}
