using System.Runtime.CompilerServices;
using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>What came of erasures that were carried out again after a restore.</summary>
internal sealed class RepeatedErasures(LedgerStreams streams, ILedgerStore store)
{
    /// <summary>Counts what was repeated after a restore, and how much of it waits for a store that has not answered.</summary>
    /// <param name="restore">The restore.</param>
    /// <param name="again">Orders that were given once more instead.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<(long All, long Waiting)> CountAsync(EntryId restore, IReadOnlyCollection<StreamId> again, CancellationToken cancellationToken)
    {
        var (all, waiting) = (0L, 0L);
        await foreach (var (_, order) in OrdersAsync(restore, again, cancellationToken).ConfigureAwait(false))
        {
            all++;
            waiting += order is not null && HasGone(order) ? 0 : 1;
        }

        return (all, waiting);
    }

    /// <summary>Says how far each came: repeated, waiting, or protected by something that had not protected it before.</summary>
    /// <param name="restore">The restore.</param>
    /// <param name="again">Orders that were given once more instead.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public async IAsyncEnumerable<(StreamId Stream, RestoreFindingKind Kind)> ReadAsync(EntryId restore, IReadOnlyCollection<StreamId> again, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (stream, order) in OrdersAsync(restore, again, cancellationToken).ConfigureAwait(false))
        {
            yield return (stream, await OfAsync(stream, order, restore, cancellationToken).ConfigureAwait(false));
        }
    }

    // The ledger knows what was repeated, so nobody else need remember it: page after page, each once.
    private async IAsyncEnumerable<(StreamId Stream, ErasureOrder? Order)> OrdersAsync(EntryId restore, IReadOnlyCollection<StreamId> again, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var head in streams.ReadHeadsAsync(HeadFilter.Of(ErasureOrder.Fold.Kind), cancellationToken).ConfigureAwait(false))
        {
            if ((await streams.LoadAsync<ErasureOrder>(head.Stream, head, cancellationToken).ConfigureAwait(false)).State is { } order && order.RepeatedAfter == restore && order.Status is not ErasureOrderStatus.Ended)
            {
                yield return (head.Stream, order);
            }
        }

        foreach (var stream in again)
        {
            yield return (stream, (await streams.LoadAsync<ErasureOrder>(stream, cancellationToken).ConfigureAwait(false)).State);
        }
    }

    private async ValueTask<RestoreFindingKind> OfAsync(StreamId stream, ErasureOrder? order, EntryId restore, CancellationToken cancellationToken)
    {
        if (order is null || !HasGone(order))
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
