using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>Reads the nodes of a tree from a folder of tiles (<see cref="TileFolder"/>), to make proofs where the ledger itself is not at hand. Safe for use by several threads.</summary>
/// <param name="folder">The folder.</param>
/// <param name="size">The size of the tree that was written there.</param>
public sealed class TileNodes(string folder, long size) : IMerkleNodes
{
    /// <inheritdoc/>
    /// <exception cref="TransparencyException">GDPR3402: a tile is missing, or cut off.</exception>
    public async ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken)
    {
        var hashes = new List<Digest>(nodes.Count);
        foreach (var node in nodes)
        {
            hashes.Add(await ReadAsync(node, cancellationToken).ConfigureAwait(false));
        }

        return hashes.ToValueList();
    }

    // A node between two rows of tiles is the root over some hashes of the row below it.
    private async ValueTask<Digest> ReadAsync(MerkleNode node, CancellationToken cancellationToken)
    {
        var (row, above) = (node.Level / TlogTiles.Height, node.Level % TlogTiles.Height);
        var first = node.Index << above;
        var tile = first / TlogTiles.Width;
        var hashesInRow = size >> (row * TlogTiles.Height);
        var width = (int)Math.Min(TlogTiles.Width, hashesInRow - (tile * TlogTiles.Width));
        var (start, count) = ((int)(first % TlogTiles.Width), 1 << above);
        if (width < start + count)
        {
            throw TransparencyRefusals.TileMissing(TlogTiles.PathOf(row, tile));
        }

        var bytes = await ReadTileAsync(TlogTiles.PathOf(row, tile, width), width, cancellationToken).ConfigureAwait(false);
        var hashes = Enumerable.Range(start, count).Select(place => Digest.FromBytes(bytes.AsSpan(place * Digest.ByteCount, Digest.ByteCount)));
        return MerkleTree.Empty.Append(hashes).Root;
    }

    private async ValueTask<byte[]> ReadTileAsync(string path, int width, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, path);
        return File.Exists(file) && await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false) is var bytes && bytes.Length == width * Digest.ByteCount
            ? bytes
            : throw TransparencyRefusals.TileMissing(path);
    }
}
