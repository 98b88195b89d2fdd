using System.Collections.Immutable;
using GdprKit.Ledger;

namespace GdprKit.InMemory;

/// <summary>A ledger at one moment.</summary>
internal sealed record LedgerImage
{
    private static readonly IComparer<StreamHead> ByStream = Comparer<StreamHead>.Create((left, right) => left.Stream.CompareTo(right.Stream));

    /// <summary>The heads in the order of their streams.</summary>
    public ImmutableSortedSet<StreamHead> Heads { get; init; } = ImmutableSortedSet.Create(ByStream);

    public ImmutableDictionary<StreamId, ImmutableList<LedgerEntry>> Entries { get; init; } = ImmutableDictionary<StreamId, ImmutableList<LedgerEntry>>.Empty;

    /// <summary>The hashes of all entries in the order of their ids, and where they are; expired ones are nowhere.</summary>
    public ImmutableSortedDictionary<EntryId, (Digest Hash, StreamId? Stream, long Version)> Hashes { get; init; } =
        ImmutableSortedDictionary<EntryId, (Digest Hash, StreamId? Stream, long Version)>.Empty;

    public ImmutableDictionary<Digest, LedgerContent> Content { get; init; } = ImmutableDictionary<Digest, LedgerContent>.Empty;

    public ImmutableDictionary<LeaseName, Lease> Leases { get; init; } = ImmutableDictionary<LeaseName, Lease>.Empty;

    /// <summary>The entries without a position, by the number under which they are found.</summary>
    public ImmutableSortedDictionary<long, EntryId> Pending { get; init; } = ImmutableSortedDictionary<long, EntryId>.Empty;

    /// <summary>The number of the entry that is appended next.</summary>
    public long NextNumber { get; init; } = 1;

    /// <summary>The entries by their positions.</summary>
    public ImmutableList<EntryHash> Order { get; init; } = [];

    public ImmutableDictionary<EntryId, long> Positions { get; init; } = ImmutableDictionary<EntryId, long>.Empty;

    public ImmutableDictionary<MerkleNode, Digest> Nodes { get; init; } = ImmutableDictionary<MerkleNode, Digest>.Empty;

    public LedgerTip? Tip { get; init; }

    public StreamHead? HeadOf(StreamId stream) => Heads.TryGetValue(Probe(stream), out var head) ? head : null;

    /// <summary>The heads that a filter matches, in order, after a stream.</summary>
    public IEnumerable<StreamHead> Find(HeadFilter where, StreamId? after = null)
    {
        // Whoever asks for a kind does not walk over the others.
        var begin = new StreamId(where.Kind, SubjectRef.None, StreamKey.Empty);
        var index = Heads.IndexOf(Probe(after > begin ? after.Value : begin));
        index = index < 0 ? ~index : Heads[index].Stream == after ? index + 1 : index;
        for (; index < Heads.Count && (where.Kind.IsDefault || Heads[index].Stream.Kind == where.Kind); index++)
        {
            if (where.Matches(Heads[index]))
            {
                yield return Heads[index];
            }
        }
    }

    /// <summary>The entries in the falling order of their ids, below one.</summary>
    public IEnumerable<LedgerEntry> Latest(EntryId? before)
    {
        foreach (var (id, (_, place, version)) in Hashes.Reverse())
        {
            if (place is { } stream && (before is null || id < before))
            {
                yield return Entries[stream][(int)version - 1];
            }
        }
    }

    public LedgerImage With(AppendBatch batch)
    {
        var (heads, entries, hashes) = (Heads.ToBuilder(), Entries.ToBuilder(), Hashes.ToBuilder());
        foreach (var append in batch.Streams)
        {
            heads.Remove(append.Head);
            heads.Add(append.Head);
            entries[append.Stream] = entries.GetValueOrDefault(append.Stream, []).AddRange(append.Entries);
            hashes.AddRange(append.Entries.Select(entry => KeyValuePair.Create(entry.Id, (entry.Hash, (StreamId?)entry.Stream, entry.Version))));
        }

        var added = batch.Streams.SelectMany(append => append.Entries).Select((entry, index) => KeyValuePair.Create(NextNumber + index, entry.Id)).ToList();
        return this with
        {
            Heads = heads.ToImmutable(),
            Entries = entries.ToImmutable(),
            Hashes = hashes.ToImmutable(),
            Pending = Pending.AddRange(added),
            NextNumber = NextNumber + added.Count,
            Content = Content.SetItems(batch.Content.Select(content => KeyValuePair.Create(content.Digest, content))),
        };
    }

    public OrderedEntry At(long position)
    {
        var (id, hash) = Order[(int)position];
        var (known, stream, version) = Hashes[id];
        return new OrderedEntry
        {
            Position = position,
            Id = id,
            Hash = hash,
            Entry = stream is { } place ? Entries[place][(int)version - 1] : null,
            ExpiredHash = stream is null ? known : null,
        };
    }

    /// <summary>With the next positions.</summary>
    public LedgerImage With(OrderBatch batch) => this with
    {
        Pending = Pending.RemoveRange(batch.Entries.Select(entry => entry.Number)),
        Order = Order.AddRange(batch.Entries.Select(entry => new EntryHash(entry.Id, entry.Hash))),
        Positions = Positions.AddRange(batch.Entries.Select((entry, index) => KeyValuePair.Create(entry.Id, (long)Order.Count + index))),
        Nodes = Nodes.SetItems(batch.Nodes.Select(node => KeyValuePair.Create(node.Node, node.Hash))),
        Tip = batch.Next with { MirroredSize = Tip?.MirroredSize ?? 0 },
    };

    public LedgerImage Without(IReadOnlyCollection<StreamHead> expired)
    {
        var streams = expired.Select(head => head.Stream).ToList();
        return this with
        {
            Heads = Heads.Except(expired),
            Entries = Entries.RemoveRange(streams),
            Hashes = Hashes.SetItems(streams.SelectMany(stream => Entries[stream]).Select(entry => KeyValuePair.Create(entry.Id, (entry.Hash, (StreamId?)null, 0L)))),
        };
    }

    /// <summary>With entries that wait of which only the hash is left.</summary>
    public LedgerImage WithExpired(IEnumerable<EntryHash> entries)
    {
        var added = entries.Where(entry => !Hashes.ContainsKey(entry.Id)).DistinctBy(entry => entry.Id).ToList();
        return this with
        {
            Hashes = Hashes.AddRange(added.Select(entry => KeyValuePair.Create(entry.Id, (entry.Hash, (StreamId?)null, 0L)))),
            Pending = Pending.AddRange(added.Select((entry, index) => KeyValuePair.Create(NextNumber + index, entry.Id))),
            NextNumber = NextNumber + added.Count,
        };
    }

    /// <summary>With a stream that is taken back.</summary>
    public LedgerImage With(StreamRewind rewind)
    {
        var all = Entries.GetValueOrDefault(rewind.Stream, []);
        var kept = all.RemoveAll(entry => entry.Version > rewind.KeptVersion);
        var heads = Heads.Remove(Probe(rewind.Stream));
        return this with
        {
            Heads = rewind.Head is { } head ? heads.Add(head) : heads,
            Entries = kept.IsEmpty ? Entries.Remove(rewind.Stream) : Entries.SetItem(rewind.Stream, kept),
            Hashes = Hashes.SetItems(all.Where(entry => entry.Version > rewind.KeptVersion).Select(entry => KeyValuePair.Create(entry.Id, (entry.Hash, (StreamId?)null, 0L)))),
        };
    }

    /// <summary>With the order as far as a smaller tip; what stood behind it waits before all others.</summary>
    public LedgerImage Until(LedgerTip next)
    {
        var given = Order.Skip((int)next.Tree.Size).ToList();
        var first = Math.Min(Pending.Keys.FirstOrDefault(NextNumber), NextNumber) - given.Count;
        return this with
        {
            Pending = Pending.AddRange(given.Select((entry, index) => KeyValuePair.Create(first + index, entry.Id))),
            Order = Order.RemoveRange((int)next.Tree.Size, given.Count),
            Positions = Positions.RemoveRange(given.Select(entry => entry.Id)),
            Nodes = Nodes.RemoveRange(Nodes.Keys.Where(node => (node.Index + 1) << node.Level > next.Tree.Size)),
            Tip = next,
        };
    }

    // Only its stream is looked at.
    private static StreamHead Probe(StreamId stream) => new() { Stream = stream, Version = 0, RecordedAt = default, FoldVersion = 0, Index = new(default, default), State = [] };
}
