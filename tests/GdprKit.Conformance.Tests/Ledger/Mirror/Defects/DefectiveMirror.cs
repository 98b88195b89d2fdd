using GdprKit.Ledger;

namespace GdprKit.Conformance.Mirror;

/// <summary>Passes every question on to a mirror without a defect. What derives from it gets one thing wrong.</summary>
internal class DefectiveMirror(ILedgerMirror sound) : ILedgerMirror
{
    protected ILedgerMirror Sound => sound;

    public virtual ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken) => sound.ReadTipAsync(cancellationToken);

    public virtual ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken) => sound.ReadRootAsync(size, cancellationToken);

    public virtual ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken) => sound.AppendAsync(batch, cancellationToken);

    public virtual ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) => sound.ReadAsync(from, limit, cancellationToken);

    public virtual ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken) => sound.FindLackingContentAsync(digests, cancellationToken);

    public virtual ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => sound.ReadContentAsync(digest, cancellationToken);

    public virtual ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => sound.ReadCheckpointAsync(cancellationToken);

    public virtual ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken) => sound.ForgetAsync(entries, cancellationToken);

    public virtual ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken) => sound.AcceptAsync(item, cancellationToken);

    public virtual IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken) => sound.ReadInboxAsync(cancellationToken);

    public virtual ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken) => sound.RemoveFromInboxAsync(items, cancellationToken);
}
