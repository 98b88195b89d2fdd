using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>What logs get wrong.</summary>
internal static class LogDefects
{
    internal sealed class BeginsWithAnEmptyTip(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<LedgerTip?> ReadTipAsync(CancellationToken cancellationToken) =>
            await Sound.ReadTipAsync(cancellationToken) ?? new LedgerTip { Ledger = Guid.NewGuid(), Tree = MerkleTree.Empty, MirroredSize = 0 };
    }

    internal sealed class GivesOneLess(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<ValueList<PendingEntry>> ReadPendingAsync(int limit, CancellationToken cancellationToken)
        {
            var waiting = await Sound.ReadPendingAsync(limit, cancellationToken);
            return waiting.Count > 2 ? waiting.Take(waiting.Count - 1).ToValueList() : waiting;
        }
    }

    internal sealed class OrdersByIds(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<ValueList<PendingEntry>> ReadPendingAsync(int limit, CancellationToken cancellationToken) =>
            (await Sound.ReadPendingAsync(LedgerLimits.ItemsAtOnce, cancellationToken)).OrderBy(entry => entry.Id).Take(limit).ToValueList();
    }

    internal sealed class CountsAll(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<long> CountPendingAsync(CancellationToken cancellationToken) =>
            await Sound.CountPendingAsync(cancellationToken) is > 0 and var count ? count + (await Sound.ReadTipAsync(cancellationToken))?.Tree.Size ?? 0 : 0;
    }

    internal sealed class LeavesOutWhatExpired(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken) =>
            (await Sound.ReadLogAsync(from, limit, cancellationToken)).Where(entry => entry.Entry is not null).ToValueList();
    }

    internal sealed class CommitsEntryAfterEntry(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken)
        {
            var (tip, result) = (batch.Expected, (OrderResult)new OrderResult.Committed());
            if ((await Sound.ReadTipAsync(cancellationToken))?.Tree == batch.Next.Tree)
            {
                return result;
            }

            foreach (var entry in batch.Entries)
            {
                var one = OrderBatch.After(tip, [entry], batch.Under);
                result = await Sound.CommitOrderAsync(one, cancellationToken);
                tip = await Sound.ReadTipAsync(cancellationToken);
                if (result is not OrderResult.Committed)
                {
                    return result;
                }
            }

            return result;
        }
    }

    internal sealed class RefusesARepetition(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken) =>
            (await Sound.ReadTipAsync(cancellationToken))?.Tree == batch.Next.Tree ? new OrderResult.TipMoved() : await Sound.CommitOrderAsync(batch, cancellationToken);
    }

    internal sealed class LooksAtNoTip(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken) =>
            await Sound.CommitOrderAsync(batch, cancellationToken) is OrderResult.TipMoved
                ? await Sound.CommitOrderAsync(OrderBatch.After(await Sound.ReadTipAsync(cancellationToken), batch.Entries, batch.Under), cancellationToken)
                : new OrderResult.Committed();
    }

    internal sealed class LooksAtNoLease(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken) =>
            await Sound.CommitOrderAsync(batch, cancellationToken) is OrderResult.LeaseLost ? new OrderResult.Committed() : new OrderResult.TipMoved();
    }

    internal sealed class SaysThatItWrote(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken) =>
            await Sound.CommitOrderAsync(batch, cancellationToken) is OrderResult.LeaseLost lost ? lost : new OrderResult.Committed();
    }

    internal sealed class RemembersWhateverIsSaid(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<bool> CommitMirroredAsync(LedgerTip expected, long mirroredSize, LeaseFence under, CancellationToken cancellationToken) =>
            await Sound.CommitMirroredAsync((await Sound.ReadTipAsync(cancellationToken))!, mirroredSize, under, cancellationToken);
    }

    internal sealed class BeginsOneTooLate(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken) => Sound.ReadLogAsync(from + 1, limit, cancellationToken);
    }

    internal sealed class CountsPositionsFromOne(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<ValueList<EntryPosition>> FindPositionsAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) =>
            (await Sound.FindPositionsAsync(entries, cancellationToken)).Select(each => each with { Position = each.Position + 1 }).ToValueList();
    }

    internal sealed class TakesWhatWaitsForStrays(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<ValueList<EntryId>> FindStraysAsync(EntryId? after, int limit, CancellationToken cancellationToken) =>
            (await Sound.ReadPendingAsync(limit, cancellationToken)).Select(entry => entry.Id).ToValueList();
    }

    internal sealed class TakesEveryNodeForAStray(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<ValueList<MerkleNode>> FindStrayNodesAsync(int limit, CancellationToken cancellationToken) =>
            (await Sound.ReadAsync([new MerkleNode(StoredNode.LevelsApart, 0)], cancellationToken)).Select(_ => new MerkleNode(StoredNode.LevelsApart, 0)).ToValueList();
    }

    internal sealed class MixesUpNodes(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken) =>
            (await Sound.ReadAsync(nodes, cancellationToken)).OrderBy(hash => hash.ToString(), StringComparer.Ordinal).ToValueList();
    }

    internal sealed class AnswersWhateverIsAsked(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken) =>
            Sound.ReadLogAsync(from, Math.Min(limit, LedgerLimits.HeadsPerPage), cancellationToken);
    }

    internal sealed class TakesAllBetween(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken)
        {
            var waiting = await Sound.ReadPendingAsync(LedgerLimits.ItemsAtOnce, cancellationToken);
            var (first, last) = (batch.Entries.Min(entry => entry.Number), batch.Entries.Max(entry => entry.Number));
            return waiting.Count(entry => entry.Number >= first && entry.Number <= last) > batch.Entries.Count ? new OrderResult.TipMoved() : await Sound.CommitOrderAsync(batch, cancellationToken);
        }
    }

    internal sealed class FindsAllThatWaits(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override ValueTask<ValueList<PendingEntry>> FindPendingAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) => Sound.ReadPendingAsync(LedgerLimits.ItemsAtOnce, cancellationToken);
    }

    internal sealed class AddsNothing(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<bool> AddExpiredAsync(ValueList<EntryHash> entries, LeaseFence under, CancellationToken cancellationToken) => await Sound.AddExpiredAsync([], under, cancellationToken);
    }

    internal sealed class SetsAsideWhateverItsVersion(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<bool> SetAsideAsync(ValueList<StreamRewind> streams, LeaseFence under, CancellationToken cancellationToken)
        {
            foreach (var rewind in streams)
            {
                await Sound.SetAsideAsync([rewind], under, cancellationToken);
            }

            return await Sound.SetAsideAsync([], under, cancellationToken);
        }
    }

    internal sealed class GivesNothingUp(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override async ValueTask<bool> GiveUpPositionsAsync(LedgerTip expected, LedgerTip next, LeaseFence under, CancellationToken cancellationToken) =>
            await Sound.GiveUpPositionsAsync(expected, expected, under, cancellationToken);
    }

    internal sealed class TakesWhateverIsGiven(ILedgerLog sound) : DefectiveLedgerLog(sound)
    {
        public override ValueTask<ValueList<PendingEntry>> FindPendingAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) =>
            Sound.FindPendingAsync(entries.Take(LedgerLimits.ItemsAtOnce).ToValueList(), cancellationToken);
    }
}
