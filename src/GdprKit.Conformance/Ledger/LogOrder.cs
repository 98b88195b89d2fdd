using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Conformance;

/// <summary>Puts entries in order as a sequencer does, under a lease of its own, and nobody else's.</summary>
internal sealed class LogOrder(LedgerSession session, CancellationToken token)
{
    private const int All = LedgerLimits.ItemsAtOnce;

    private LeaseFence? _fence;

    public async Task<LeaseFence> FenceAsync() => _fence ??= await TakeAsync(LedgerSamples.NewLease());

    /// <summary>A batch of what waits longest, as it is right now.</summary>
    public async Task<OrderBatch> NextAsync(int limit = All) => OrderBatch.After(
        await session.Log.ReadTipAsync(token), await session.Log.ReadPendingAsync(limit, token), await FenceAsync());

    /// <summary>Puts what waits longest in order.</summary>
    /// <returns>The tip that stands then.</returns>
    public async Task<LedgerTip> CommitAsync(int limit = All)
    {
        var batch = await NextAsync(limit);
        var result = await session.Log.CommitOrderAsync(batch, token);
        Promise.Holds(
            result is OrderResult.Committed, "What is based on the tip that stands, under a lease that is held, is written.", "CommitOrderAsync", "that it is committed", $"{result.GetType().Name}", "Positions_are_written_whole_or_not_at_all");
        return (await session.Log.ReadTipAsync(token))!;
    }

    /// <summary>Puts everything in order that waits.</summary>
    public async Task DrainAsync()
    {
        while (await session.Log.CountPendingAsync(token) > 0)
        {
            await CommitAsync();
        }
    }

    public async Task<LeaseFence> TakeAsync(LeaseName name) =>
        (await session.Store.LeaseAsync(LeaseRequest.Take(name, Guid.NewGuid(), LedgerSamples.Start, Duration.FromHours(1)), token))!.Fence;
}
