using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GdprKit.Hosting;

/// <summary>Tells people of every version whose campaign runs. One campaign that cannot go on does not keep the others from it.</summary>
internal sealed class NoticeSendingWork(NoticeWatch watch, IOptions<WorkerOptions> options) : IWork, IAppendListener
{
    private const string Told = "People cannot be told of a version of the notice.";

    public string Name => "notice.send";

    public WakeUpCall WakeUp { get; } = new();

    // Publishing opens a campaign, so this is all that can begin here.
    public void OnAppended(AppendBatch batch)
    {
        if (batch.Streams.Any(each => each.Stream.Kind == NoticeCampaign.Fold.Kind))
        {
            WakeUp.Call();
        }
    }

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        if (!options.Value.TellContacts)
        {
            return WorkRound.Nothing;
        }

        var (round, faults) = (WorkRound.Nothing, new List<Exception>());
        var running = await RunningCampaigns.FindAsync(scopes, cancellationToken).ConfigureAwait(false);
        watch.Keep(running);
        foreach (var version in running)
        {
#pragma warning disable CA1031 // What it was is thrown when the others had their turn.
            try
            {
                round = round.And(await SendAsync(scopes, version, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                faults.Add(fault);
            }
#pragma warning restore CA1031
        }

        return faults.Count switch
        {
            0 => round,
            1 => throw new InvalidOperationException(Told, faults[0]),
            _ => throw new InvalidOperationException(Told, new AggregateException(faults)),
        };
    }

    private async Task<WorkRound> SendAsync(IServiceScopeFactory scopes, NoticeVersion version, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var told = new TellingProgress(watch, version);
            var result = await scope.ServiceProvider.GetRequiredService<NoticeSending>().SendAsync(version, told, cancellationToken).ConfigureAwait(false);
            told.Report(result);
            return new WorkRound(result.Sent + result.Unreachable + result.Deferred > 0, result.NextAt);
        }
    }
}
