using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>Makes proofs for somebody who knows no more of a tree than sizes and roots. Reads as many nodes as the tree is high, a few times over, at once.</summary>
/// <remarks>As safe for use by several threads as what keeps the nodes.</remarks>
/// <param name="nodes">Where they are kept.</param>
public sealed class MerkleProofs(IMerkleNodes nodes)
{
    /// <summary>The root of the tree as it was at a size.</summary>
    /// <param name="size">The size.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1130: it is less than 0.</exception>
    public async ValueTask<Digest> RootAsync(long size, CancellationToken cancellationToken = default)
    {
        Require(size >= 0, size, nameof(size));
        return size == 0 ? MerkleHashing.EmptyRoot : (await HashAsync([new MerkleRange(0, size)], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Proves that a leaf stands at its place.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <param name="size">The size of the tree, in which the leaf stands.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1130: the place lies outside of the tree.</exception>
    public async ValueTask<InclusionProof> ProveInclusionAsync(long index, long size, CancellationToken cancellationToken = default)
    {
        Require(index >= 0 && index < size, index, nameof(index));
        return new InclusionProof(index, size, await HashAsync([.. new MerkleRange(0, size).PathOf(index)], cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Proves that a tree grew out of an earlier one.</summary>
    /// <param name="from">The size of the earlier one, 1 or more.</param>
    /// <param name="to">The size of the later one, not less.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1130: there is no such earlier tree.</exception>
    public async ValueTask<ConsistencyProof> ProveConsistencyAsync(long from, long to, CancellationToken cancellationToken = default)
    {
        Require(from >= 1 && from <= to, from, nameof(from));
        return new ConsistencyProof(from, to, await HashAsync([.. new MerkleRange(0, to).PathFrom(from)], cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<ValueList<Digest>> HashAsync(MerkleRange[] ranges, CancellationToken cancellationToken)
    {
        var asked = ranges.SelectMany(range => range.Nodes()).Distinct().ToValueList();
        var read = asked.IsEmpty ? [] : await nodes.ReadAsync(asked, cancellationToken).ConfigureAwait(false);
        if (read.Count != asked.Count)
        {
            throw new LedgerException(
                LedgerMessages.NodesMissing,
                string.Create(CultureInfo.InvariantCulture, $"The tree of the ledger lacks {asked.Count - read.Count} of {asked.Count} nodes."),
                "Verify the ledger, and let its tree be made again from its entries.");
        }

        var known = asked.Zip(read).ToDictionary(pair => pair.First, pair => pair.Second);
        return ranges.Select(range => MerkleHashing.RootOf([.. range.Nodes().Select(node => known[node])])).ToValueList();
    }

    private static void Require(bool isThere, long place, string name)
    {
        if (!isThere)
        {
            throw new ArgumentOutOfRangeException(
                name, string.Create(CultureInfo.InvariantCulture, $"{LedgerMessages.OutsideTheTree}: {place} is no place in the tree that is asked about. Ask about one that it has at that size."));
        }
    }
}
