using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>Signs checkpoints as notes (C2SP, tlog-checkpoint) with the key in a file, and opens those that it signed.</summary>
/// <remarks>The file is read for every checkpoint, so that no key lies in memory meanwhile, and one that was put back needs no restart. Safe for use by several threads.</remarks>
public sealed class FileCheckpointSigner : ICheckpointSigner, ICheckpointVerifier
{
    private readonly string _path;

    private readonly string _origin;

    private readonly NoteVerifier? _verifier;

    /// <summary>Signs with whichever key of this name the file holds.</summary>
    /// <param name="origin">Whose ledger it is: the name of the key.</param>
    /// <param name="path">The file, made once with <see cref="NoteSignerFile.Create"/>.</param>
    /// <exception cref="TransparencyException">GDPR1401: the origin cannot be the name of a key.</exception>
    public FileCheckpointSigner(string origin, string path)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (_origin, _path) = (KeyName.Require(origin), path);
    }

    /// <summary>Signs with one key and no other.</summary>
    /// <param name="verifier">What verifies its signatures, as <see cref="NoteSignerFile.Create"/> gave it and it was published.</param>
    /// <param name="path">The file.</param>
    public FileCheckpointSigner(NoteVerifier verifier, string path)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (_origin, _verifier, _path) = (verifier.Name, verifier, path);
    }

    /// <summary>Signs the size and the root of a tree.</summary>
    /// <param name="tree">The tree over the entries of the ledger, in their order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A signed note, which <see cref="Checkpoint.Open"/> reads.</returns>
    /// <exception cref="TransparencyException">GDPR3403, GDPR3404, GDPR3406: the file is missing, others can read it, or it is damaged. GDPR3407: it holds another key.</exception>
    public ValueTask<string> SignAsync(MerkleTree tree, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var checkpoint = Checkpoint.Of(_origin, tree);
        using var signer = ReadSigner();
        return new(checkpoint.Sign(signer).ToString());
    }

    /// <summary>Opens a checkpoint. With a verifier that was named, the file is not needed.</summary>
    /// <param name="checkpoint">A signed note.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it commits the ledger to; <see langword="null"/> when it is no such note, or not signed by the key.</returns>
    /// <exception cref="TransparencyException">GDPR3403, GDPR3404, GDPR3406: the file is needed, and missing, readable by others, or damaged. GDPR3407: it holds another key.</exception>
    public ValueTask<CheckpointClaim?> OpenAsync(string checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        cancellationToken.ThrowIfCancellationRequested();
        var verifier = _verifier;
        if (verifier is null)
        {
            using var signer = ReadSigner();
            verifier = signer.Verifier;
        }

        try
        {
            var opened = Checkpoint.Open(checkpoint, verifier);
            return new(new CheckpointClaim(opened.Size, opened.Root));
        }
        catch (TransparencyException)
        {
            return new((CheckpointClaim?)null);
        }
    }

    private NoteSigner ReadSigner()
    {
        var signer = NoteSignerFile.Read(_path);
        if (signer.Verifier.Name == _origin && (_verifier is null || signer.Verifier == _verifier))
        {
            return signer;
        }

        signer.Dispose();
        throw TransparencyRefusals.AnotherSigner();
    }
}
