using System.Runtime.CompilerServices;

namespace GdprKit.Ledger;

/// <summary>
/// The mirror of a ledger, for a copy of the database on which something is tried: it is read as it is, and what is added to it stays here, in memory. The mirror itself is not touched.
/// </summary>
/// <remarks>For a drill, not for an application at work. Safe for use by several threads.</remarks>
/// <param name="mirror">The mirror.</param>
public sealed class RehearsalMirror(ILedgerMirror mirror) : ILedgerMirror
{
    private readonly Lock _turn = new();
    private readonly List<OrderedEntry> _added = [];
    private readonly HashSet<EntryId> _merged = [];
    private readonly Dictionary<Digest, LedgerContent> _content = [];

    private MirrorTip? _tip;

    /// <inheritdoc/>
    public async ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            if (_tip is not null)
            {
                return _tip;
            }
        }

        return await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken)
    {
        var held = await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false);
        var below = held?.Tree.Size ?? 0;
        if (size <= below)
        {
            return await mirror.ReadRootAsync(size, cancellationToken).ConfigureAwait(false);
        }

        lock (_turn)
        {
            MirrorRange.Require(size, below + _added.Count);
            return (held?.Tree ?? MerkleTree.Empty).Append(_added.Take((int)(size - below)).Select(entry => MerkleTree.LeafOf(entry.Hash))).Root;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var held = await ReadTipAsync(cancellationToken).ConfigureAwait(false);
        lock (_turn)
        {
            if (held == batch.Next)
            {
                return true;
            }

            if ((held?.Tree ?? MerkleTree.Empty) != batch.Expected.Tree || (held is not null && held.Ledger != batch.Expected.Ledger))
            {
                return false;
            }

            _added.AddRange(batch.Entries);
            foreach (var content in batch.Content)
            {
                _content[content.Digest] = content;
            }

            _tip = batch.Next;
            return true;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken)
    {
        var read = await mirror.ReadAsync(from, limit, cancellationToken).ConfigureAwait(false);
        if (read.Count == limit)
        {
            return read;
        }

        var below = (await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false))?.Tree.Size ?? 0;
        lock (_turn)
        {
            return read.Concat(_added.Skip((int)Math.Max(0, from - below)).Take(limit - read.Count)).ToValueList();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken)
    {
        var lacking = await mirror.FindLackingContentAsync(digests, cancellationToken).ConfigureAwait(false);
        lock (_turn)
        {
            return lacking.Where(digest => !_content.ContainsKey(digest)).ToValueList();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            if (_content.TryGetValue(digest, out var added))
            {
                return added;
            }
        }

        return await mirror.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>None: the checkpoint of the mirror is not that of what is tried.</summary>
    /// <inheritdoc/>
    public ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => new((string?)null);

    /// <summary>Forgets nothing: the mirror is not touched.</summary>
    /// <inheritdoc/>
    public ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken) => new(0L);

    /// <summary>Accepts nothing: what is tried is about nobody who waits for an answer.</summary>
    /// <inheritdoc/>
    public ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async IAsyncEnumerable<InboxItem> ReadInboxAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in mirror.ReadInboxAsync(cancellationToken).ConfigureAwait(false))
        {
            bool isMerged;
            lock (_turn)
            {
                isMerged = _merged.Contains(item.Id);
            }

            if (!isMerged)
            {
                yield return item;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            _merged.UnionWith(items);
        }

        return ValueTask.CompletedTask;
    }
}
