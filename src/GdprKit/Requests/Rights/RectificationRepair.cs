using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>Lists what was corrected on request since the copy of the database was made: the ledger holds no values, so it is corrected again by hand (Art. 16).</summary>
internal sealed class RectificationRepair(LedgerStreams streams) : IRestoreRepair
{
    public int Turn => 300;

    public async ValueTask<ValueList<RestoreFinding>> RepairAsync(RestoredEntries restored, CancellationToken cancellationToken)
    {
        var ids = await restored.ReadStatesAsync<RightsRequest>(streams, cancellationToken)
            .Where(each => each.State is { Kind: RightsRequestKind.Rectification, Status: RightsRequestStatus.Fulfilled })
            .Select(each => each.State.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return ids.Count == 0 ? [] : [RestoreFinding.Of(RestoreFindingKind.RectificationToRedo, ids)];
    }
}
