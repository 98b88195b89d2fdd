using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GdprKit.Hosting;

/// <summary>Tells when legal holds should have been reviewed. Asks no database, and names nobody.</summary>
internal sealed class HoldHealth(HoldWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(
            watch.Report is not { } report ? HealthCheckResult.Healthy("No worker has looked at the legal holds yet.")
            : report.Overdue > 0 ? new HealthCheckResult(context.Registration.FailureStatus, Overdue(report))
            : HealthCheckResult.Healthy());
    }

    private static string Overdue(HoldReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"The review date of {report.Overdue} of {report.Standing} legal holds has passed; they stand on, and data may be kept for too long (Art. 5(1)(e)). Review each that LegalHolds.ListOverdueAsync has: prolong it with a reason, or lift it.");
}
