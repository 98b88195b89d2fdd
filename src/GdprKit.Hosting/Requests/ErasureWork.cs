using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Carries out erasures that were ordered: at once when one is ordered, answered by hand or told, and every minute those that are due again.</summary>
internal sealed class ErasureWork(IClock clock) : IWork, IAppendListener
{
    private static readonly Duration Every = Duration.FromMinutes(1);

    public string Name => "erasure.run";

    public WakeUpCall WakeUp { get; } = new();

    public void OnAppended(AppendBatch batch)
    {
        if (batch.Streams.Any(append => append.Stream.Kind == ErasureOrder.Fold.Kind))
        {
            WakeUp.Call();
        }
    }

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            if (scope.ServiceProvider.GetService<ILedgerStore>() is null)
            {
                return WorkRound.Nothing;
            }

            var round = await scope.ServiceProvider.GetRequiredService<ErasureRunner>().RunAsync(cancellationToken).ConfigureAwait(false);
            return new WorkRound(round.Orders > 0, clock.GetCurrentInstant() + Every);
        }
    }
}
