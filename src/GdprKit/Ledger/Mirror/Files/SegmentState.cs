namespace GdprKit.Ledger;

/// <summary>What is known of a segment that was read through once.</summary>
internal sealed class SegmentState(long first, SegmentHeader header, long end)
{
    /// <summary>Of every how many entries the place is remembered.</summary>
    public const int MarkedApart = 64;

    // Of so many batches the root is remembered; who looks for an older one computes it.
    private const int MostRoots = 1_024;

    private readonly Queue<(long Size, Digest Root)> _roots = [];

    public SegmentHeader Header { get; } = header;

    /// <summary>The tree with the last batch that counts.</summary>
    public MerkleTree Tree { get; set; } = header.Tree;

    /// <summary>Where that batch ends.</summary>
    public long End { get; set; } = end;

    public string? Checkpoint { get; set; } = header.Checkpoint;

    /// <summary>The first position that cannot be read right; <see langword="null"/> when all can.</summary>
    public long? DamagedAt { get; set; }

    /// <summary>Where the first entry begins, and every 64th after it.</summary>
    public List<long> Marks { get; } = [];

    /// <summary>The position with which it begins.</summary>
    public long First { get; } = first;

    /// <summary>Behind the last position that can be read.</summary>
    public long Readable => DamagedAt ?? Tree.Size;

    /// <summary>The root at a size, where a batch that was read ended there; <see langword="null"/> otherwise.</summary>
    public Digest? RootAt(long size) => _roots.Where(each => each.Size == size).Select(each => (Digest?)each.Root).FirstOrDefault();

    /// <summary>Goes on to the end of a batch that counts.</summary>
    public void Reach(MerkleTree tree)
    {
        Tree = tree;
        _roots.Enqueue((tree.Size, tree.Root));
        if (_roots.Count > MostRoots)
        {
            _roots.Dequeue();
        }
    }

    public LedgerException Damage => LedgerException.MirrorDamaged(Readable);
}
