using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Conformance;

/// <summary>
/// Interrupts a store, a directory, a log or a mirror after a number of steps: before a call reaches them, or before its answer comes back. From then on
/// every call fails, as when a program has ended or a connection is broken.
/// </summary>
internal sealed class Interruption(int steps)
{
    private int _left = steps;

    public ILedgerStore Of(ILedgerStore store) => new InterruptedStore(store, this);

    public ISubjectDirectory Of(ISubjectDirectory subjects) => new InterruptedDirectory(subjects, this);

    public ILedgerLog Of(ILedgerLog log) => new InterruptedLog(log, this);

    public ILedgerMirror Of(ILedgerMirror mirror) => new InterruptedMirror(mirror, this);

    private void Step()
    {
        if (_left-- <= 0)
        {
            throw new IOException("Interrupted on purpose.");
        }
    }

    private async ValueTask<T> AsTwoStepsAsync<T>(Func<ValueTask<T>> call)
    {
        Step();
        var answer = await call();
        Step();
        return answer;
    }

    private sealed class InterruptedStore(ILedgerStore store, Interruption interruption) : ILedgerStore
    {
        public ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.AppendAsync(batch, cancellationToken));

        public ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.FindHeadsAsync(streams, cancellationToken));

        public ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.QueryHeadsAsync(query, cancellationToken));

        public ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.CountHeadsAsync(where, cancellationToken));

        public async IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var entry in store.ReadStreamAsync(stream, afterVersion, cancellationToken))
            {
                interruption.Step();
                yield return entry;
            }
        }

        public ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.ReadLatestAsync(before, limit, cancellationToken));

        public ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.FindHashesAsync(entries, cancellationToken));

        public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.ReadContentAsync(digest, cancellationToken));

        public ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.ForgetDetailsAsync(where, cancellationToken));

        public ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.ExpireAsync(expiry, cancellationToken));

        public ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => store.LeaseAsync(request, cancellationToken));
    }

    private sealed class InterruptedDirectory(ISubjectDirectory directory, Interruption interruption) : ISubjectDirectory
    {
        public ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => directory.LinkAsync(subjects, now, cancellationToken));

        public ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => directory.FindBySubjectAsync(subjects, cancellationToken));

        public ValueTask<ValueList<SubjectLink>> FindByRefAsync(ValueList<SubjectRef> refs, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => directory.FindByRefAsync(refs, cancellationToken));

        public ValueTask<ValueList<SubjectLink>> UnlinkAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => directory.UnlinkAsync(subjects, cancellationToken));

        public ValueTask<ValueList<SubjectLink>> RelinkAsync(ValueList<SubjectLink> links, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => directory.RelinkAsync(links, cancellationToken));
    }

    private sealed class InterruptedLog(ILedgerLog log, Interruption interruption) : ILedgerLog
    {
        public ValueTask<LedgerTip?> ReadTipAsync(CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => log.ReadTipAsync(cancellationToken));

        public ValueTask<ValueList<PendingEntry>> ReadPendingAsync(int limit, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.ReadPendingAsync(limit, cancellationToken));

        public ValueTask<long> CountPendingAsync(CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => log.CountPendingAsync(cancellationToken));

        public ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => log.CommitOrderAsync(batch, cancellationToken));

        public ValueTask<bool> CommitMirroredAsync(LedgerTip expected, long mirroredSize, LeaseFence under, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.CommitMirroredAsync(expected, mirroredSize, under, cancellationToken));

        public ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.ReadLogAsync(from, limit, cancellationToken));

        public ValueTask<ValueList<EntryPosition>> FindPositionsAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.FindPositionsAsync(entries, cancellationToken));

        public ValueTask<ValueList<EntryId>> FindStraysAsync(EntryId? after, int limit, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.FindStraysAsync(after, limit, cancellationToken));

        public ValueTask<ValueList<MerkleNode>> FindStrayNodesAsync(int limit, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.FindStrayNodesAsync(limit, cancellationToken));

        public ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => log.ReadAsync(nodes, cancellationToken));

        public ValueTask<ValueList<PendingEntry>> FindPendingAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.FindPendingAsync(entries, cancellationToken));

        public ValueTask<bool> AddExpiredAsync(ValueList<EntryHash> entries, LeaseFence under, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.AddExpiredAsync(entries, under, cancellationToken));

        public ValueTask<bool> SetAsideAsync(ValueList<StreamRewind> streams, LeaseFence under, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.SetAsideAsync(streams, under, cancellationToken));

        public ValueTask<bool> GiveUpPositionsAsync(LedgerTip expected, LedgerTip next, LeaseFence under, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => log.GiveUpPositionsAsync(expected, next, under, cancellationToken));
    }

    private sealed class InterruptedMirror(ILedgerMirror mirror, Interruption interruption) : ILedgerMirror
    {
        public ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => mirror.ReadTipAsync(cancellationToken));

        public ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => mirror.ReadRootAsync(size, cancellationToken));

        public ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => mirror.AppendAsync(batch, cancellationToken));

        public ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => mirror.ReadAsync(from, limit, cancellationToken));

        public ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken) =>
            interruption.AsTwoStepsAsync(() => mirror.FindLackingContentAsync(digests, cancellationToken));

        public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => mirror.ReadContentAsync(digest, cancellationToken));

        public ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => mirror.ReadCheckpointAsync(cancellationToken));

        public ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken) => interruption.AsTwoStepsAsync(() => mirror.ForgetAsync(entries, cancellationToken));

        public async ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken)
        {
            interruption.Step();
            await mirror.AcceptAsync(item, cancellationToken);
            interruption.Step();
        }

        public async IAsyncEnumerable<InboxItem> ReadInboxAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var item in mirror.ReadInboxAsync(cancellationToken))
            {
                interruption.Step();
                yield return item;
            }
        }

        public async ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken)
        {
            interruption.Step();
            await mirror.RemoveFromInboxAsync(items, cancellationToken);
            interruption.Step();
        }
    }
}
