using System.Runtime.CompilerServices;
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
    private const int EntriesAtOnce = 1_000;

    /// <summary>
    /// Writes the tree of a ledger as it stands, and a checkpoint of it. Written again later it reads and adds only what came since the checkpoint that lies there; where nothing
    /// came, nothing is written and nothing signed. One that was stopped goes on from the checkpoint of before.
    /// </summary>
    /// <param name="log">The order of the ledger.</param>
    /// <param name="signer">Signs the checkpoint, once the tiles are written: only a tree that grew out of the one before.</param>
    /// <param name="cancellationToken">Ends the work, also half-way; the checkpoint of before stays.</param>
    /// <returns>The tree.</returns>
    /// <exception cref="TransparencyException">
    /// GDPR1406: what was signed is no checkpoint. GDPR3400: the entries do not come to the tip of the ledger. GDPR3401: the folder holds another tree, or more than the ledger has.
    /// GDPR3402: the folder lacks a tile. What <paramref name="signer"/> refuses.
    /// </exception>
    public async ValueTask<MerkleTree> WriteAsync(ILedgerLog log, ICheckpointSigner signer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(signer);
        var tip = (await log.ReadTipAsync(cancellationToken).ConfigureAwait(false))?.Tree ?? MerkleTree.Empty;
        var writing = new TileWriting(folder);
        var before = await writing.ReadCheckpointAsync(cancellationToken).ConfigureAwait(false);
        if (before is not null && (before.Size, before.Root) == (tip.Size, tip.Root))
        {
            return tip;
        }

        var begun = before is null ? MerkleTree.Empty : await writing.ResumeAsync(before, cancellationToken).ConfigureAwait(false);
        if (await AddAsync(writing, before, begun, HashesOf(log, begun.Size, tip.Size, cancellationToken), cancellationToken).ConfigureAwait(false) != tip)
        {
            throw TransparencyRefusals.NotTheEntries();
        }

        await writing.WritePartialAsync(cancellationToken).ConfigureAwait(false);
        var checkpoint = SignedNote.Parse(await signer.SignAsync(tip, cancellationToken).ConfigureAwait(false));
        RequireOf(Checkpoint.Parse(checkpoint.Text), tip);
        await writing.WriteCheckpointAsync(checkpoint, cancellationToken).ConfigureAwait(false);
        return tip;
    }

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
        var writing = new TileWriting(folder);
        var before = await writing.ReadCheckpointAsync(cancellationToken).ConfigureAwait(false);
        var tree = await AddAsync(writing, before, MerkleTree.Empty, entries, cancellationToken).ConfigureAwait(false);
        RequireOf(committed, tree);
        await writing.WritePartialAsync(cancellationToken).ConfigureAwait(false);
        await writing.WriteCheckpointAsync(checkpoint, cancellationToken).ConfigureAwait(false);
        return tree;
    }

    private static async ValueTask<MerkleTree> AddAsync(
        TileWriting writing, Checkpoint? before, MerkleTree begun, IAsyncEnumerable<Digest> entries, CancellationToken cancellationToken)
    {
        var tree = begun;
        await foreach (var bundle in entries.Chunk(TlogTiles.Width).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            RequireOutgrown(before, tree, bundle);
            await writing.AddEntriesAsync(bundle, cancellationToken).ConfigureAwait(false);
            tree = tree.Append(bundle.Select(MerkleTree.LeafOf), writing.Add);
            await writing.WriteFullAsync(cancellationToken).ConfigureAwait(false);
        }

        return tree.Size < before?.Size ? throw TransparencyRefusals.AnotherTree(TlogTiles.Checkpoint) : tree;
    }

    private static async IAsyncEnumerable<Digest> HashesOf(ILedgerLog log, long from, long size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (from < size)
        {
            var page = await log.ReadLogAsync(from, (int)Math.Min(EntriesAtOnce, size - from), cancellationToken).ConfigureAwait(false);
            foreach (var entry in page)
            {
                yield return entry.Position == from++ ? entry.Hash : throw TransparencyRefusals.NotTheEntries();
            }

            if (page.IsEmpty)
            {
                throw TransparencyRefusals.NotTheEntries();
            }
        }
    }

    private static void RequireOf(Checkpoint committed, MerkleTree tree)
    {
        if (tree.Size != committed.Size || tree.Root != committed.Root)
        {
            throw TransparencyRefusals.NotTheEntries();
        }
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
