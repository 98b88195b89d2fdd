using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>The tiles of a tree as it grows.</summary>
internal sealed class TileWriting(string folder)
{
    private readonly List<Tile> _tiles = [];

    private long _bundles;

    private Checkpoint? _committed;

    /// <summary>The checkpoint that was written last; <see langword="null"/> for none. What it commits to is not written again, but compared.</summary>
    public async ValueTask<Checkpoint?> ReadCheckpointAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, TlogTiles.Checkpoint);
        return _committed = File.Exists(file) ? Checkpoint.Parse(SignedNote.Parse(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)).Text) : null;
    }

    /// <summary>Goes on from the last full bundle that a checkpoint commits to: takes over the tiles that were begun there, and gives the tree over what is before them.</summary>
    /// <exception cref="TransparencyException">GDPR3401: the tiles are of another tree. GDPR3402: a tile is missing.</exception>
    public async ValueTask<MerkleTree> ResumeAsync(Checkpoint before, CancellationToken cancellationToken)
    {
        _bundles = before.Size / TlogTiles.Width;
        var (size, nodes, edge) = (_bundles * TlogTiles.Width, new TileNodes(folder, before.Size), new List<MerkleNode>());
        for (var level = BitOperations.Log2((ulong)size | 1); level >= 0; level--)
        {
            if ((size >> level & 1) == 1)
            {
                edge.Add(new MerkleNode(level, (size >> level) - 1));
            }
        }

        for (var level = 1; size >> (level * TlogTiles.Height) > 0; level++)
        {
            var count = size >> (level * TlogTiles.Height);
            var begun = Enumerable.Range(0, (int)(count % TlogTiles.Width)).Select(place => new MerkleNode(level * TlogTiles.Height, count - (count % TlogTiles.Width) + place)).ToValueList();
            foreach (var (node, hash) in begun.Zip(await nodes.ReadAsync(begun, cancellationToken).ConfigureAwait(false)))
            {
                Add(node, hash);
            }
        }

        var tree = MerkleTree.Restore(size, await nodes.ReadAsync(edge.ToValueList(), cancellationToken).ConfigureAwait(false));
        return before.Size > size || tree.Root == before.Root ? tree : throw TransparencyRefusals.AnotherTree(TlogTiles.Checkpoint);
    }

    public void Add(MerkleNode node, Digest hash)
    {
        if (node.Level % TlogTiles.Height != 0)
        {
            return;
        }

        var level = node.Level / TlogTiles.Height;
        while (_tiles.Count <= level)
        {
            _tiles.Add(new Tile());
        }

        var tile = _tiles[level];
        (tile.Index, var place) = (node.Index / TlogTiles.Width, (int)(node.Index % TlogTiles.Width));
        hash.CopyTo(tile.Bytes.AsSpan(place * Digest.ByteCount));
        tile.Count = place + 1;
    }

    public async ValueTask WriteFullAsync(CancellationToken cancellationToken)
    {
        for (var level = 0; level < _tiles.Count; level++)
        {
            if (_tiles[level] is { Count: TlogTiles.Width } full)
            {
                await WriteFullAsync(TlogTiles.PathOf(level, full.Index), (full.Index + 1) << ((level + 1) * TlogTiles.Height), full.Bytes, cancellationToken).ConfigureAwait(false);
                full.Count = 0;
            }
        }
    }

    public async ValueTask WritePartialAsync(CancellationToken cancellationToken)
    {
        for (var level = 0; level < _tiles.Count; level++)
        {
            if (_tiles[level] is { Count: > 0 } partial)
            {
                await PutAsync(TlogTiles.PathOf(level, partial.Index, partial.Count), partial.Bytes.AsMemory(0, partial.Count * Digest.ByteCount), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public ValueTask WriteCheckpointAsync(SignedNote checkpoint, CancellationToken cancellationToken) =>
        PutAsync(TlogTiles.Checkpoint, Encoding.UTF8.GetBytes(checkpoint.ToString()), cancellationToken);

    public async ValueTask AddEntriesAsync(Digest[] entries, CancellationToken cancellationToken)
    {
        const int Length = sizeof(ushort) + Digest.ByteCount;
        var bytes = new byte[entries.Length * Length];
        for (var place = 0; place < entries.Length; place++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(place * Length), Digest.ByteCount);
            entries[place].CopyTo(bytes.AsSpan((place * Length) + sizeof(ushort)));
        }

        var path = TlogTiles.EntriesPathOf(_bundles++, entries.Length);
        if (entries.Length == TlogTiles.Width)
        {
            await WriteFullAsync(path, _bundles << TlogTiles.Height, bytes, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await PutAsync(path, bytes, cancellationToken).ConfigureAwait(false);
        }
    }

    // What is full and committed to never changes. Anything else may be left of a writer that was stopped.
    private async ValueTask WriteFullAsync(string path, long size, byte[] bytes, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, path);
        if (!(size <= _committed?.Size) || !File.Exists(file))
        {
            await PutAsync(path, bytes, cancellationToken).ConfigureAwait(false);
        }
        else if (!(await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false)).AsSpan().SequenceEqual(bytes))
        {
            throw TransparencyRefusals.AnotherTree(path);
        }

        if (Directory.Exists(Path.Combine(folder, TlogTiles.PartialsOf(path))))
        {
            Directory.Delete(Path.Combine(folder, TlogTiles.PartialsOf(path)), recursive: true);
        }
    }

    private async ValueTask PutAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = $"{file}.unfinished";
        await File.WriteAllBytesAsync(unfinished, bytes, cancellationToken).ConfigureAwait(false);
        File.Move(unfinished, file, overwrite: true);
    }

    private sealed class Tile
    {
        public long Index { get; set; }

        public int Count { get; set; }

        public byte[] Bytes { get; } = new byte[TlogTiles.Width * Digest.ByteCount];
    }
}
