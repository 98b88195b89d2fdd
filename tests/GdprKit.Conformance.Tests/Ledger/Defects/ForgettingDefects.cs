using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>What stores get wrong when something goes.</summary>
internal static class ForgettingDefects
{
    /// <summary>What is not committed yet is not there to be forgotten.</summary>
    public static LedgerDefect ForgetsOnlyWhatItSees()
    {
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new() { Store = sound => new LooksWithoutWaiting(sound, looked) };
    }

    internal sealed class ForgetsHashes(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
        {
            var standing = (await Sound.ReadLatestAsync(null, 1_000, cancellationToken)).Select(entry => entry.Id).ToHashSet();
            return (await Sound.FindHashesAsync(entries, cancellationToken)).Where(hash => standing.Contains(hash.Id)).ToValueList();
        }
    }

    internal sealed class TakesBackWhatExpired(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            var ids = batch.Streams.SelectMany(append => append.Entries).Select(entry => entry.Id).ToValueList();
            var isKnown = (await Sound.FindHashesAsync(ids, cancellationToken)).Count == ids.Count;
            var isGone = (await Sound.FindHeadsAsync(batch.Streams.Select(append => append.Stream).ToValueList(), cancellationToken)).IsEmpty;
            return await Sound.AppendAsync(isKnown && isGone ? AppendBatch.Of(batch.Streams.Select(WithNewIds)) : batch, cancellationToken);
        }

        private static StreamAppend WithNewIds(StreamAppend append) =>
            append with { Entries = append.Entries.Select(entry => entry with { Id = EntryId.New(entry.RecordedAt) }).ToValueList() };
    }

    internal sealed class KeepsEntries(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private readonly List<LedgerEntry> _kept = [];

        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            _kept.AddRange(batch.Streams.SelectMany(append => append.Entries));
            return await Sound.AppendAsync(batch, cancellationToken);
        }

        public override IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) =>
            _kept.Where(entry => entry.Stream == stream && entry.Version > afterVersion).ToAsyncEnumerable();
    }

    internal sealed class RemovesSharedContent(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private bool _hasExpired;

        public override ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken)
        {
            _hasExpired = true;
            return Sound.ExpireAsync(expiry, cancellationToken);
        }

        public override ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => _hasExpired ? default : Sound.ReadContentAsync(digest, cancellationToken);
    }

    internal sealed class ProtectsNobody(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken) => Sound.ExpireAsync(expiry with { Unless = StreamShield.None }, cancellationToken);
    }

    internal sealed class LooksAtNoVersion(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken)
        {
            var streams = new List<ShieldingStreams>();
            foreach (var each in expiry.Unless.Streams)
            {
                var heads = await Sound.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(each.Kind)), cancellationToken);
                streams.Add(each with { FoldVersion = heads.IsEmpty ? each.FoldVersion : heads[0].FoldVersion });
            }

            return await Sound.ExpireAsync(expiry with { Unless = StreamShield.Of(streams.ToValueList(), expiry.Unless.Scopes) }, cancellationToken);
        }
    }

    internal sealed class ProtectsPeopleOnly(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken) =>
            Sound.ExpireAsync(expiry with { Unless = StreamShield.Of(expiry.Unless.Streams) }, cancellationToken);
    }

    internal sealed class ForgetsTooMuch(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) =>
            Sound.ReadStreamAsync(stream, afterVersion, cancellationToken).Select(entry => entry.Details is null ? entry with { DetailsCommitment = null } : entry);
    }

    private sealed class LooksWithoutWaiting(ILedgerStore sound, TaskCompletionSource looked) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
        {
            // The other one looks while this is not committed yet.
            await looked.Task.WaitAsync(cancellationToken);
            return await Sound.FindHeadsAsync(streams, cancellationToken);
        }

        public override async ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken)
        {
            var isThere = !(await Sound.QueryHeadsAsync(new HeadQuery(where), cancellationToken)).IsEmpty;
            looked.TrySetResult();
            return isThere ? await Sound.ForgetDetailsAsync(where, cancellationToken) : 0;
        }
    }
}
