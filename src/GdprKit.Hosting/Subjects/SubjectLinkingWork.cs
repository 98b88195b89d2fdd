using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>
/// Links the people who have no link to the ledger yet: when the host has started, and every <see cref="WorkerOptions.LinkEvery"/>. A backup that is made afterwards leads to everybody in it, so that what they say later, as an
/// objection, finds them again when it is restored.
/// </summary>
internal sealed class SubjectLinkingWork(IClock clock, IOptions<WorkerOptions> options) : IWork
{
    private readonly Regularly _links = new(options.Value.LinkEvery);

    public string Name => "subject.link";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (_links.NotYet(now) is { } early)
        {
            return early;
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            // Who gets a new link in an older copy that was restored would not be found again by the old one, which comes back with the replay.
            if (scope.ServiceProvider.GetService<ILedgerStore>() is null || scope.ServiceProvider.GetService<ISubjectSource>() is null
                || await scope.ServiceProvider.GetRequiredService<LedgerGuard>().FindRefusalAsync(cancellationToken).ConfigureAwait(false) is not null)
            {
                return WorkRound.Nothing;
            }

            var result = await scope.ServiceProvider.GetRequiredService<SubjectLinking>().LinkAllAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return result.IsFinished ? _links.Done(now, result.Linked > 0) : WorkRound.Nothing;
        }
    }
}
