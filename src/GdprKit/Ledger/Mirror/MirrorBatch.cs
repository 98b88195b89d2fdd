namespace GdprKit.Ledger;

/// <summary>What a mirror is to hold next, whole or not at all.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record MirrorBatch
{
    private MirrorBatch(MirrorTip expected, MirrorTip next, ValueList<OrderedEntry> entries, ValueList<LedgerContent> content, string? checkpoint) =>
        (Expected, Next, Entries, Content, Checkpoint) = (expected, next, entries, content, checkpoint);

    /// <summary>What the mirror must hold now; of size 0 when it must be empty, and is to become the mirror of this ledger.</summary>
    public MirrorTip Expected { get; }

    /// <summary>What it is to hold.</summary>
    public MirrorTip Next { get; }

    /// <summary>The entries, one or more, in the order of their positions; the first follows what the mirror holds.</summary>
    public ValueList<OrderedEntry> Entries { get; }

    /// <summary>The content to which they refer and which the mirror lacks.</summary>
    public ValueList<LedgerContent> Content { get; }

    /// <summary>The signed checkpoint of <see cref="Next"/>, as who signs writes it; <see langword="null"/> when nobody signs.</summary>
    public string? Checkpoint { get; private init; }

    /// <summary>Continues what a mirror holds.</summary>
    /// <param name="expected">What it must hold now.</param>
    /// <param name="entries">The entries that follow, in the order of their positions, from 1 to 1,000.</param>
    /// <param name="content">The content that the mirror lacks.</param>
    /// <param name="checkpoint">The signed checkpoint of what it then holds; <see langword="null"/> when nobody signs.</param>
    /// <exception cref="ArgumentException">GDPR1132: the first entry does not follow, a position is missing, or there is no entry.</exception>
    public static MirrorBatch After(MirrorTip expected, ValueList<OrderedEntry> entries, ValueList<LedgerContent> content, string? checkpoint = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        LedgerLimits.RequirePage(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Position != expected.Tree.Size + i)
            {
                throw new ArgumentException($"{LedgerMessages.MirrorGap}: the mirror is to hold entries that do not follow what it holds. Give every one from the size of its tree on.", nameof(entries));
            }
        }

        var tree = expected.Tree.Append(entries.Select(entry => MerkleTree.LeafOf(entry.Hash)));
        return new MirrorBatch(expected, expected with { Tree = tree }, entries, content, checkpoint);
    }

    internal MirrorBatch Signed(string? checkpoint) => this with { Checkpoint = checkpoint };

    /// <summary>The size.</summary>
    public override string ToString() => Next.ToString();
}
