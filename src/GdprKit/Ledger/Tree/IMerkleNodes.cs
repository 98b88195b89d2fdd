namespace GdprKit.Ledger;

/// <summary>Where the nodes of a tree are kept, to make proofs of them.</summary>
public interface IMerkleNodes
{
    /// <summary>Reads nodes.</summary>
    /// <param name="nodes">The nodes, each complete at the size for which a proof is made; each once, at most 4,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Their hashes, in the same order.</returns>
    ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken);
}
