using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>
/// Writes the tree of a ledger into a folder, to be served by any web server to whoever wants to verify it (C2SP, tlog-tiles): tiles of 256 hashes, bundles of
/// entries, and the checkpoint. An entry there is the 32 bytes of its salted hash: nothing of what was recorded is in it, and nothing of a person.
/// </summary>
/// <remarks>
/// Memory does not grow with the number of entries. Each file is whole or absent; the checkpoint is written last, so that it never commits to tiles that are
/// not there. Written again later it replaces partial tiles, and refuses a folder whose full tiles are of another tree. One writer at a time; any number of readers.
/// </remarks>
/// <param name="folder">The folder; made where it is absent.</param>
public sealed class TileFolder(string folder)
{
    /// <summary>Writes the tree over entries.</summary>
    /// <param name="entries">The hashes of all entries in the order of their positions.</param>
    /// <param name="checkpoint">What is signed of them.</param>
    /// <param name="cancellationToken">Ends the work, also half-way; the checkpoint of before stays.</param>
    /// <returns>The tree.</returns>
    /// <exception cref="TransparencyException">GDPR1406: the note is no checkpoint. GDPR3400: the entries do not come to it. GDPR3401: the folder holds another tree.</exception>
    public async ValueTask<MerkleTree> WriteAsync(IAsyncEnumerable<Digest> entries, SignedNote checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(checkpoint);
        var committed = Checkpoint.Parse(checkpoint.Text);
        var (tree, writing) = (MerkleTree.Empty, new TileWriting(folder));
        var before = await writing.ReadCheckpointAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var bundle in entries.Chunk(TlogTiles.Width).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            RequireOutgrown(before, tree, bundle);
            await writing.AddEntriesAsync(bundle, cancellationToken).ConfigureAwait(false);
            tree = tree.Append(bundle.Select(MerkleTree.LeafOf), writing.Add);
            await writing.WriteFullAsync(cancellationToken).ConfigureAwait(false);
        }

        if (tree.Size < before?.Size)
        {
            throw TransparencyRefusals.AnotherTree(TlogTiles.Checkpoint);
        }

        if (tree.Size != committed.Size || tree.Root != committed.Root)
        {
            throw TransparencyRefusals.NotTheEntries();
        }

        await writing.WritePartialAsync(cancellationToken).ConfigureAwait(false);
        await writing.WriteCheckpointAsync(checkpoint, cancellationToken).ConfigureAwait(false);
        return tree;
    }

    // Who has the checkpoint of before must be able to see that this one grew out of it.
    private static void RequireOutgrown(Checkpoint? before, MerkleTree tree, Digest[] bundle)
    {
        if (before is not null && before.Size > tree.Size && before.Size <= tree.Size + bundle.Length
            && tree.Append(bundle.Take((int)(before.Size - tree.Size)).Select(MerkleTree.LeafOf)).Root != before.Root)
        {
            throw TransparencyRefusals.AnotherTree(TlogTiles.Checkpoint);
        }
    }
}
