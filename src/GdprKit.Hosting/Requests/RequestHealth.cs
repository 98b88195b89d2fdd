using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GdprKit.Hosting;

/// <summary>Tells when requests should have been answered. Asks no database, and names nobody.</summary>
internal sealed class RequestHealth(RequestWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(
            watch.Report is not { } report ? HealthCheckResult.Healthy("No worker has looked at the requests yet.")
            : report.Overdue > 0 ? new HealthCheckResult(context.Registration.FailureStatus, Overdue(report))
            : report.DueSoon > 0 ? HealthCheckResult.Degraded(DueSoon(report))
            : HealthCheckResult.Healthy());
    }

    private static string Overdue(RightsRequestReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Overdue} of {report.Open} open requests should have been answered by now (Art. 12(3)). Answer each that RightsRequests.ListOverdueAsync has.");

    private static string DueSoon(RightsRequestReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.DueSoon} of {report.Open} open requests are to be answered within a week (Art. 12(3)). RightsRequests.ListOpenAsync has the one first that is due first.");
}
