using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Counts now and then who was told of the versions whose campaigns run, so that metrics and the health check ask no database.</summary>
internal sealed class NoticeCountingWork(NoticeWatch watch, IOptions<WorkerOptions> options, IClock clock) : IWork
{
    private readonly Regularly _counts = new(options.Value.CountEvery);

    public string Name => "notice.count";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        if (!options.Value.TellContacts)
        {
            return WorkRound.Nothing;
        }

        var now = clock.GetCurrentInstant();
        if (_counts.NotYet(now) is { } early)
        {
            return early;
        }

        foreach (var version in await RunningCampaigns.FindAsync(scopes, cancellationToken).ConfigureAwait(false))
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                watch.Counted(version, await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().ReportAsync(version, cancellationToken).ConfigureAwait(false));
            }
        }

        return _counts.Done(now);
    }
}
