using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Tells when a work keeps failing, a campaign stands still, or people who must be told are not. Asks no database, and names nobody.</summary>
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
            .. watch.Obtained is { Overdue: > 0 and var overdue } ? [$"{overdue} people whose data come from somebody else should have been told of the notice by now (Art. 14(3)(a)). Start telling people of it."] : (ReadOnlySpan<string>)[],
        ];
        return Task.FromResult(
            faults.Length > 0 ? new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', faults))
            : watch.Obtained is { Untold: > 0, IsTelling: false } waiting ? HealthCheckResult.Degraded($"{waiting.Untold} people whose data come from somebody else must be told of the notice, the next on {waiting.NextDueOn}, and no campaign runs (Art. 14(3)(a)).")
            : HealthCheckResult.Healthy());
    }
}
