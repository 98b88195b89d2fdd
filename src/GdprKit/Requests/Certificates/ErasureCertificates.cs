using GdprKit.Ledger;
using GdprKit.Requests;

namespace GdprKit;

/// <summary>Makes certificates of erasures, of what the ledger holds about them.</summary>
/// <remarks>Of the life of its streams, and as safe for use by several threads as they are.</remarks>
public sealed class ErasureCertificates
{
    private readonly ErasureSurroundings _surroundings;
    private readonly ILedgerLog _log;
    private readonly LedgerSequencer _sequencer;
    private readonly ICheckpointSigner? _signer;

    internal ErasureCertificates(ErasureSurroundings surroundings, ILedgerLog log, LedgerSequencer sequencer, ICheckpointSigner? signer) =>
        (_surroundings, _log, _sequencer, _signer) = (surroundings, log, sequencer, signer);

    /// <summary>Certifies how an erasure stands. Puts its entries in order first, where that is still to be done; records nothing.</summary>
    /// <param name="order">The id of the order, of which every place has answered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The certificate, which was verified.</returns>
    /// <exception cref="ErasureException">
    /// GDPR1573: there is no such order. GDPR1581: an entry about it has no position yet, because it is not committed, or another instance is at it. GDPR1583: the entries, or their order, are not
    /// what was recorded.
    /// </exception>
    /// <exception cref="RightsRequestException">GDPR1578: a place has not answered yet, so nobody knows what to say of it.</exception>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to it. GDPR3105: it cannot be read. GDPR3135 to GDPR3138: the ledger may have been rewritten, so nothing of it is certified.</exception>
    /// <exception cref="GdprKitException">The key of the signer cannot be used.</exception>
    public async ValueTask<ErasureCertificate> IssueAsync(EntryId order, CancellationToken cancellationToken = default)
    {
        var stream = await _surroundings.LocateAsync(order, cancellationToken).ConfigureAwait(false) ?? throw ErasureRefusals.OrderUnknown();
        var state = (await _surroundings.Streams.LoadAsync<ErasureOrder>(stream, cancellationToken).ConfigureAwait(false)).RequireState();
        if (!state.HasEveryAnswer)
        {
            throw ErasureRefusals.NotAnsweredYet(state.Places.Count(place => !place.HasAnswered));
        }

        var entries = await _surroundings.Store.ReadStreamAsync(stream, 0, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var positions = await OrderAsync(entries, cancellationToken).ConfigureAwait(false);

        // After the positions, so that its tree is beyond them.
        var tip = await _log.ReadTipAsync(cancellationToken).ConfigureAwait(false) ?? throw ErasureRefusals.NotInOrder();
        var proven = new List<ErasureCertificateEntry>(entries.Count);
        foreach (var entry in entries)
        {
            proven.Add(ErasureCertificateEntry.Of(entry, await ProveAsync(positions[entry.Id], tip.Tree.Size, cancellationToken).ConfigureAwait(false)));
        }

        var certificate = ErasureCertificate.Of(stream.Subject, order, proven.ToValueList(), tip, null);
        if (!certificate.Verify(tip.Ledger, new CheckpointClaim(tip.Tree.Size, tip.Tree.Root)).IsEmpty)
        {
            throw ErasureRefusals.CertificateUnprovable();
        }

        // Two signatures that do not fit together cannot be taken back: of a ledger that may have been rewritten nothing is signed.
        return (await _sequencer.CompareAsync(cancellationToken).ConfigureAwait(false)).ToException() is { } refusal ? throw refusal
            : _signer is null ? certificate
            : certificate with { Checkpoint = await _signer.SignAsync(tip.Tree, cancellationToken).ConfigureAwait(false) };
    }

    private async ValueTask<Dictionary<EntryId, long>> OrderAsync(List<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(entry => entry.Id).ToValueList();
        var found = await _log.FindPositionsAsync(ids, cancellationToken).ConfigureAwait(false);
        if (found.Count < ids.Count)
        {
            await _sequencer.PumpAsync(cancellationToken).ConfigureAwait(false);
            found = await _log.FindPositionsAsync(ids, cancellationToken).ConfigureAwait(false);
        }

        return found.Count == ids.Count ? found.ToDictionary(each => each.Id, each => each.Position) : throw ErasureRefusals.NotInOrder();
    }

    // A tip that is behind a position that was given under it is not the one that was committed.
    private ValueTask<InclusionProof> ProveAsync(long position, long size, CancellationToken cancellationToken) =>
        position < size ? new MerkleProofs(_log).ProveInclusionAsync(position, size, cancellationToken) : throw ErasureRefusals.CertificateUnprovable();
}
