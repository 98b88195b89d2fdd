using GdprKit.Ledger;

namespace GdprKit;

/// <summary>Whichever mirror is there right now, as behind the name of a folder.</summary>
internal sealed class Switched(Func<ILedgerMirror> now) : ILedgerMirror
{
    public ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken) => now().ReadTipAsync(cancellationToken);

    public ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken) => now().ReadRootAsync(size, cancellationToken);

    public ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken) => now().AppendAsync(batch, cancellationToken);

    public ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) => now().ReadAsync(from, limit, cancellationToken);

    public ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken) => now().FindLackingContentAsync(digests, cancellationToken);

    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => now().ReadContentAsync(digest, cancellationToken);

    public ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => now().ReadCheckpointAsync(cancellationToken);

    public ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken) => now().ForgetAsync(entries, cancellationToken);

    public ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken) => now().AcceptAsync(item, cancellationToken);

    public IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken) => now().ReadInboxAsync(cancellationToken);

    public ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken) => now().RemoveFromInboxAsync(items, cancellationToken);
}
