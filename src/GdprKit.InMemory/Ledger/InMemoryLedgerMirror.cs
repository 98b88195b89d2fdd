using System.Runtime.CompilerServices;
using GdprKit.Ledger;

namespace GdprKit.InMemory;

/// <summary>A mirror of the ledger in memory: for tests, and to read what a mirror must do. Not durable: it outlives no database.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class InMemoryLedgerMirror : ILedgerMirror
{
    private readonly Lock _gate = new();

    private readonly List<OrderedEntry> _entries = [];

    private readonly Dictionary<Digest, LedgerContent> _content = [];

    private readonly SortedDictionary<(NodaTime.Instant, EntryId), InboxItem> _inbox = [];

    private MirrorTip? _tip;

    private string? _checkpoint;

    /// <inheritdoc/>
    public ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken) => Do(() => _tip, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken) => Do(
        () =>
        {
            MirrorRange.Require(size, _entries.Count);
            return RootAt(size);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Do(() => Append(batch), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        LedgerLimits.RequirePage(limit);
        return Do(() => from >= _entries.Count ? [] : _entries.GetRange((int)from, Math.Min(limit, _entries.Count - (int)from)).ToValueList(), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(digests.Count);
        return Do(() => digests.Distinct().Where(digest => !_content.ContainsKey(digest)).ToValueList(), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => Do(() => _content.GetValueOrDefault(digest), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => Do(() => _checkpoint, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken)
    {
        MirrorRange.RequireAtMostAPage(entries.Count);
        return Do(
            () =>
            {
                var left = entries.Where(entry => entry.Position < _entries.Count)
                    .Select(entry => MirrorForgetting.WhatIsLeft(_entries[(int)entry.Position], entry)).OfType<OrderedEntry>().ToList();
                left.ForEach(entry => _entries[(int)entry.Position] = entry);
                return (long)left.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        MirrorRange.RequireInboxSize(item.Content.Count);
        await Do(() => !_inbox.Values.Any(other => other.Id == item.Id) && _inbox.TryAdd((item.AcceptedAt, item.Id), item), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<InboxItem> ReadInboxAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in await Do(() => _inbox.Values.ToList(), cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    /// <inheritdoc/>
    public async ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken)
    {
        var removed = items.ToHashSet();
        await Do(() => _inbox.Keys.Where(key => removed.Contains(key.Item2)).ToList().TrueForAll(_inbox.Remove), cancellationToken).ConfigureAwait(false);
    }

    private bool Append(MirrorBatch batch)
    {
        var tip = _tip ?? new MirrorTip { Ledger = batch.Expected.Ledger, Tree = MerkleTree.Empty };
        if (batch.Expected != tip)
        {
            return batch.Expected.Ledger == tip.Ledger && batch.Next.Tree.Size <= tip.Tree.Size && RootAt(batch.Next.Tree.Size) == batch.Next.Tree.Root;
        }

        _entries.AddRange(batch.Entries);
        foreach (var content in batch.Content)
        {
            _content.TryAdd(content.Digest, content);
        }

        (_tip, _checkpoint) = (batch.Next, batch.Checkpoint ?? _checkpoint);
        return true;
    }

    private Digest RootAt(long size) => MerkleTree.Empty.Append(_entries.Take((int)size).Select(entry => MerkleTree.LeafOf(entry.Hash))).Root;

    private ValueTask<T> Do<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(work());
        }
    }
}
