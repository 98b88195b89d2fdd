namespace GdprKit.Ledger;

/// <summary>
/// Opens signed checkpoints: tells to which size and root the key of this ledger has signed. The package GdprKit.Transparency has one; implement it beside an
/// <see cref="ICheckpointSigner"/> of your own.
/// </summary>
/// <remarks>Needs what everybody may know, and no secret: the public key. Safe for use by several threads.</remarks>
public interface ICheckpointVerifier
{
    /// <summary>Opens a checkpoint.</summary>
    /// <param name="checkpoint">The whole text, as <see cref="ICheckpointSigner.SignAsync"/> gave it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it commits the ledger to; <see langword="null"/> when it is no checkpoint, is one of another ledger, or is not signed by the key of this one.</returns>
    /// <exception cref="GdprKitException">The key cannot be read; nothing is said of the checkpoint.</exception>
    ValueTask<CheckpointClaim?> OpenAsync(string checkpoint, CancellationToken cancellationToken);
}
