using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Tells when a work keeps failing, or a campaign stands still. Asks no database, and names nobody.</summary>
internal sealed class WorkerHealth(WorkerStates states, NoticeWatch watch, IOptions<WorkerOptions> options, IClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var since = clock.GetCurrentInstant() - options.Value.PatientFor;
        string[] faults =
        [
            .. from work in states.Failing
               where work.Value <= since
               orderby work.Key
               select $"The work '{work.Key}' has been failing since {work.Value}. The log says why, as {WorkerMessages.RoundFailed}.",
            .. from campaign in watch.StandingStill
               where campaign.Since <= since
               select $"No mail about version {campaign.Version.ToString()[..16]} of the notice could go since {campaign.Since}. See whether the mail server runs and accepts this sender.",
        ];
        return Task.FromResult(faults.Length == 0 ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', faults)));
    }
}
