using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>What came of erasures that were carried out again after a restore.</summary>
internal sealed class RepeatedErasures(LedgerStreams streams, ILedgerStore store)
{
    /// <summary>Whether every store has answered.</summary>
    public async ValueTask<bool> HasGoneAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await streams.LoadAsync<ErasureOrder>(stream, cancellationToken).ConfigureAwait(false)).State is { } order && HasGone(order);

    /// <summary>Says how far it came: repeated, waiting, or protected by something that had not protected it before.</summary>
    public async ValueTask<RestoreFindingKind> OfAsync(StreamId stream, EntryId restore, CancellationToken cancellationToken)
    {
        if ((await streams.LoadAsync<ErasureOrder>(stream, cancellationToken).ConfigureAwait(false)).State is not { } order || !HasGone(order))
        {
            return RestoreFindingKind.ErasureWaiting;
        }

        var protections = ProtectionsOf(order);
        return protections.Count == 0 || await WasSoBeforeAsync(stream, restore, protections, cancellationToken).ConfigureAwait(false) ? RestoreFindingKind.ErasureRepeated : RestoreFindingKind.ErasureProtected;
    }

    private static bool HasGone(ErasureOrder order) => order.Places.All(place => place.Kind is not ErasurePlaceKind.Store || place.HasAnswered);

    private static HashSet<(Key<ErasurePlace> Place, ErasureStayReason Reason)> ProtectionsOf(ErasureOrder order) =>
    [
        .. from place in order.Places
           from kept in place.Kept
           where kept.Reason is ErasureStayReason.LegalHold or ErasureStayReason.OpenRequest or ErasureStayReason.Restriction
           select (place.Key, kept.Reason),
    ];

    // What a store had not answered yet nobody has claimed; of an order that was given once more, nothing was protected.
    private async ValueTask<bool> WasSoBeforeAsync(
        StreamId stream, EntryId restore, HashSet<(Key<ErasurePlace> Place, ErasureStayReason Reason)> protections, CancellationToken cancellationToken)
    {
        var order = new ErasureOrder();
        await foreach (var entry in store.ReadStreamAsync(stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Type == ErasureEntries.Repeated.Type && ErasureEntries.Repeated.Read(entry).Facts.Restore == restore)
            {
                return !HasGone(order) || protections.IsSubsetOf(ProtectionsOf(order));
            }

            order = ErasureOrder.Fold.Apply(order, entry);
        }

        return false;
    }
}
