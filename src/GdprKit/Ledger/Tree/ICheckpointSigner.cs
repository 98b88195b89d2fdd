namespace GdprKit.Ledger;

/// <summary>
/// Signs checkpoints: that the ledger has so many entries with this root, so that nobody can rewrite it unnoticed by who has the checkpoint. The package GdprKit.Transparency
/// has one over a key in a file; implement it over a key service, whose keys need not leave it.
/// </summary>
/// <remarks>
/// What is signed cannot be taken back: two checkpoints that do not fit together show to everybody that the ledger was rewritten. The signer does not look at what it
/// signed before; who calls it signs only a tree that grew out of the one before. Safe for use by several threads.
/// </remarks>
public interface ICheckpointSigner
{
    /// <summary>Signs the size and the root of a tree.</summary>
    /// <param name="tree">The tree over the entries of the ledger, in their order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The whole checkpoint with its signature, as it is given to others; what text that is, the signer says.</returns>
    /// <exception cref="GdprKitException">The key cannot be used; nothing was signed. The sequencer goes on without a signature then, whatever is thrown, and tells it in its result.</exception>
    ValueTask<string> SignAsync(MerkleTree tree, CancellationToken cancellationToken);
}
