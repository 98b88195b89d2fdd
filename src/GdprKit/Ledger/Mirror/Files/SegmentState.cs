namespace GdprKit.Ledger;

/// <summary>What is known of a segment that was read through once.</summary>
internal sealed class SegmentState(long first, SegmentHeader header, long end)
{
    /// <summary>Of every how many entries the place is remembered.</summary>
    public const int MarkedApart = 64;

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

    public LedgerException Damage => LedgerException.MirrorDamaged(Readable);
}
