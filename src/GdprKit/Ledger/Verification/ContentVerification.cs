namespace GdprKit.Ledger;

/// <summary>Verifies that content is what its digest says; each piece once, as far as it can be remembered.</summary>
internal sealed class ContentVerification(LedgerAccess ledger, ILedgerMirror? mirror, FindingList findings)
{
    // There are as many as notices and forms; a host that records a document with every entry has more, and they are looked at again.
    private const int MostRemembered = 10_000;

    private readonly HashSet<Digest> _verified = [];

    public async ValueTask VerifyAsync(ValueList<OrderedEntry> page, CancellationToken cancellationToken)
    {
        foreach (var entry in page)
        {
            foreach (var digest in entry.Entry?.Content ?? [])
            {
                if (!_verified.Contains(digest))
                {
                    await VerifyAsync(entry, digest, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private async ValueTask VerifyAsync(OrderedEntry entry, Digest digest, CancellationToken cancellationToken)
    {
        // That an entry refers to content which nobody stored is no fault; that the mirror has it and the database lost it is one.
        var content = await ledger.Store.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false);
        if (content is null ? await IsMirroredAsync(digest, cancellationToken).ConfigureAwait(false) : content.Digest != digest)
        {
            findings.Add(new VerificationFinding(VerificationFault.ContentChanged, entry.Position, entry.Id, entry.Entry?.Stream.Kind));
        }

        if (_verified.Count < MostRemembered)
        {
            _verified.Add(digest);
        }
    }

    private async ValueTask<bool> IsMirroredAsync(Digest digest, CancellationToken cancellationToken)
    {
        try
        {
            return mirror is not null && (await mirror.FindLackingContentAsync([digest], cancellationToken).ConfigureAwait(false)).IsEmpty;
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is not null)
        {
            // What is the matter with the mirror is told by its comparison.
            return false;
        }
    }
}
