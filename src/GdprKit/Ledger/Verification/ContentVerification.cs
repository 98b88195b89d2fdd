namespace GdprKit.Ledger;

/// <summary>Verifies that content is what its digest says, in the database and in its mirror; each piece once, as far as it can be remembered.</summary>
internal sealed class ContentVerification(LedgerAccess ledger, MirrorEntries? mirror, FindingList findings)
{
    // There are as many as notices and forms; a host that records a document with every entry has more, and they are looked at again.
    private const int MostRemembered = 10_000;

    private readonly HashSet<Digest> _verified = [];

    private readonly Dictionary<Digest, VerificationFinding> _lacking = [];

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

    /// <summary>What the mirror lacked may have come with an entry that was on its way there.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        if (mirror is null)
        {
            return;
        }

        foreach (var (digest, finding) in _lacking)
        {
            if (await mirror.LacksAsync(digest, cancellationToken).ConfigureAwait(false))
            {
                findings.Add(finding);
            }
        }
    }

    private async ValueTask VerifyAsync(OrderedEntry entry, Digest digest, CancellationToken cancellationToken)
    {
        // That an entry refers to content which nobody stored is no fault; that one of both has it and the other lost it is one.
        var content = await ledger.Store.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false);
        var (isMirrored, mirrored) = mirror is null ? (false, null) : await mirror.ReadContentAsync(entry, digest, cancellationToken).ConfigureAwait(false);
        if (content is null ? mirrored is not null : content.Digest != digest)
        {
            findings.Add(Found(VerificationFault.ContentChanged));
        }
        else if (content is not null && isMirrored && mirrored is null && _lacking.Count < MostRemembered)
        {
            _lacking.TryAdd(digest, Found(VerificationFault.MirrorDiffers));
        }

        if (_verified.Count < MostRemembered)
        {
            _verified.Add(digest);
        }

        VerificationFinding Found(VerificationFault fault) => new(fault, entry.Position, entry.Id, entry.Entry?.Stream.Kind);
    }
}
