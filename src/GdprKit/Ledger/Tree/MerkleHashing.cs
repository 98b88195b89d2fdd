namespace GdprKit.Ledger;

/// <summary>The hashes of the tree (RFC 6962, section 2.1; RFC 9162, section 2.1.1): leaves and nodes begin with a byte of their own, so that none passes for the other.</summary>
internal static class MerkleHashing
{
    private const byte LeafPrefix = 0;

    private const byte NodePrefix = 1;

    public static Digest EmptyRoot { get; } = Digest.Of([]);

    public static Digest LeafOf(ReadOnlySpan<byte> data)
    {
        var buffer = data.Length < 256 ? stackalloc byte[1 + data.Length] : new byte[1 + data.Length];
        buffer[0] = LeafPrefix;
        data.CopyTo(buffer[1..]);
        return Digest.Of(buffer);
    }

    public static Digest NodeOf(Digest left, Digest right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * Digest.ByteCount)];
        buffer[0] = NodePrefix;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + Digest.ByteCount)..]);
        return Digest.Of(buffer);
    }

    /// <summary>The root over complete subtrees that stand beside each other, the largest first.</summary>
    public static Digest RootOf(ReadOnlySpan<Digest> subtrees)
    {
        if (subtrees.IsEmpty)
        {
            return EmptyRoot;
        }

        var root = subtrees[^1];
        for (var i = subtrees.Length - 2; i >= 0; i--)
        {
            root = NodeOf(subtrees[i], root);
        }

        return root;
    }
}
