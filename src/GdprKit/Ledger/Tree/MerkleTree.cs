using System.Globalization;
using System.Numerics;

namespace GdprKit.Ledger;

/// <summary>
/// A Merkle tree over the leaves that were appended so far (RFC 6962, RFC 9162), as small as it can be and still grow: its size and the roots of its complete
/// subtrees, one for each binary digit of the size that is set. The leaves and the other nodes need not be at hand.
/// </summary>
/// <remarks>Immutable: appending makes another tree. At most 63 digests. Compared by value. Safe for use by several threads.</remarks>
public sealed record MerkleTree
{
    private MerkleTree(long size, ValueList<Digest> edge) => (Size, Edge, Root) = (size, edge, MerkleHashing.RootOf(edge.AsSpan()));

    /// <summary>The tree without leaves; its root is the digest of nothing.</summary>
    public static MerkleTree Empty { get; } = new(0, []);

    /// <summary>How many leaves it has.</summary>
    public long Size { get; }

    /// <summary>The roots of its complete subtrees from the left, the largest first: its right edge.</summary>
    public ValueList<Digest> Edge { get; }

    /// <summary>The root: two trees with the same root and size have the same leaves in the same order.</summary>
    public Digest Root { get; }

    /// <summary>The hash of a leaf.</summary>
    /// <param name="data">What the leaf stands for.</param>
    public static Digest LeafOf(ReadOnlySpan<byte> data) => MerkleHashing.LeafOf(data);

    /// <summary>The hash of the leaf that stands for an entry of the ledger.</summary>
    /// <param name="entry">The hash of the entry.</param>
    public static Digest LeafOf(Digest entry)
    {
        Span<byte> bytes = stackalloc byte[Digest.ByteCount];
        entry.CopyTo(bytes);
        return LeafOf(bytes);
    }

    /// <summary>Takes over a tree that was stored.</summary>
    /// <param name="size">How many leaves it has.</param>
    /// <param name="edge">The roots of its complete subtrees, the largest first.</param>
    /// <exception cref="ArgumentException">GDPR1131: there is not exactly one root for each binary digit of the size that is set.</exception>
    public static MerkleTree Restore(long size, ValueList<Digest> edge) => size >= 0 && edge.Count == BitOperations.PopCount((ulong)size)
        ? new MerkleTree(size, edge)
        : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"{LedgerMessages.EdgeMisfit}: a tree of {size} leaves has no edge of {edge.Count} digests. Take both from where they were stored together."), nameof(edge));

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">The hash of the leaf (<see cref="LeafOf(Digest)"/>).</param>
    public MerkleTree Append(Digest leaf) => Append([leaf]);

    /// <summary>Appends leaves in their order.</summary>
    /// <param name="leaves">The hashes of the leaves.</param>
    /// <param name="completed">Told of every node that became complete, leaves included, each once and after those below it; <see langword="null"/> for nobody.</param>
    public MerkleTree Append(IEnumerable<Digest> leaves, Action<MerkleNode, Digest>? completed = null)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        var (size, edge) = (Size, new List<Digest>(Edge));
        foreach (var leaf in leaves)
        {
            var (hash, node) = (leaf, new MerkleNode(0, size));
            completed?.Invoke(node, hash);

            // As a number carries when one is added: what stands to the left is complete, and becomes one with this.
            for (; (node.Index & 1) == 1; edge.RemoveAt(edge.Count - 1))
            {
                (hash, node) = (MerkleHashing.NodeOf(edge[^1], hash), new MerkleNode(node.Level + 1, node.Index >> 1));
                completed?.Invoke(node, hash);
            }

            edge.Add(hash);
            size = checked(size + 1);
        }

        return size == Size ? this : new MerkleTree(size, edge.ToValueList());
    }

    /// <summary>Whether both have the same leaves in the same order.</summary>
    public bool Equals(MerkleTree? other) => other is not null && Size == other.Size && Edge == other.Edge;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Size, Edge);

    /// <summary>The size and the root.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Size} leaves, {Root}");
}
