namespace GdprKit.Ledger;

/// <summary>
/// Compares entries with those of the mirror at the same positions. Only hashes are compared: what has expired or was forgotten on one side may still be on the other.
/// </summary>
internal sealed class MirrorEntries
{
    private readonly ILedgerMirror _mirror;
    private readonly FindingList _findings;
    private long _size;

    private MirrorEntries(ILedgerMirror mirror, FindingList findings, long size) => (_mirror, _findings, _size) = (mirror, findings, size);

    /// <summary>The first position at which both differ; <see langword="null"/> when none was met.</summary>
    public long? FirstDifference { get; private set; }

    /// <summary>Begins; what a mirror that is foreign or cannot be reached says is told by the comparison of both.</summary>
    public static async ValueTask<MirrorEntries> OpenAsync(ILedgerMirror mirror, LedgerTip? tip, FindingList findings, CancellationToken cancellationToken)
    {
        try
        {
            var held = await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false);
            return new MirrorEntries(mirror, findings, tip is not null && held is not null && held.Ledger != tip.Ledger ? 0 : held?.Tree.Size ?? 0);
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is { } state)
        {
            // What comes before the damage can be read, and so the first entry be named that cannot.
            return new MirrorEntries(mirror, findings, state is MirrorState.Damaged ? tip?.MirroredSize ?? 0 : 0);
        }
    }

    public async ValueTask CompareAsync(ValueList<OrderedEntry> page, CancellationToken cancellationToken)
    {
        for (var (from, index) = (page[0].Position, 0); index < page.Count && page[index].Position < _size; from = index < page.Count ? page[index].Position : from)
        {
            var (held, isWhole) = await ReadAsync(from, (int)Math.Min(LedgerLimits.HeadsPerPage, _size - from), cancellationToken).ConfigureAwait(false);
            var end = from + held.Count;
            for (; index < page.Count && page[index].Position < end; index++)
            {
                Compare(page[index], held[(int)(page[index].Position - from)]);
            }

            if (!isWhole)
            {
                _findings.Add(new VerificationFinding(VerificationFault.MirrorUnfit, end));
                _size = 0;
            }
        }
    }

    /// <summary>Content of an entry, and whether the mirror should have it.</summary>
    public async ValueTask<(bool IsMirrored, LedgerContent? Content)> ReadContentAsync(OrderedEntry entry, Digest digest, CancellationToken cancellationToken)
    {
        try
        {
            return (entry.Position < _size, await _mirror.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false));
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is { } state)
        {
            if (state is MirrorState.Damaged)
            {
                _findings.Add(new VerificationFinding(VerificationFault.MirrorDiffers, entry.Position, entry.Id, entry.Entry?.Stream.Kind));
            }

            return (false, null);
        }
    }

    /// <summary>Whether the mirror still lacks content.</summary>
    public async ValueTask<bool> LacksAsync(Digest digest, CancellationToken cancellationToken)
    {
        try
        {
            return !(await _mirror.FindLackingContentAsync([digest], cancellationToken).ConfigureAwait(false)).IsEmpty;
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is not null)
        {
            return false;
        }
    }

    /// <summary>Reads what waits in the inbox: a withdrawal that cannot be read is one that is lost.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in _mirror.ReadInboxAsync(cancellationToken).ConfigureAwait(false))
            {
                _ = item;
            }
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is { } state)
        {
            if (state is MirrorState.Damaged)
            {
                _findings.Add(new VerificationFinding(VerificationFault.MirrorUnfit));
            }
        }
    }

    private void Compare(OrderedEntry entry, OrderedEntry mirrored)
    {
        if (mirrored.Position != entry.Position || mirrored.Id != entry.Id || mirrored.Hash != entry.Hash || !mirrored.IsIntact)
        {
            FirstDifference ??= entry.Position;
            _findings.Add(new VerificationFinding(VerificationFault.MirrorDiffers, entry.Position, entry.Id, entry.Entry?.Stream.Kind));
        }
    }

    /// <summary>What the mirror holds from a position on; where not all of it can be read, as much as comes before the damage.</summary>
    private async ValueTask<(ValueList<OrderedEntry> Held, bool IsWhole)> ReadAsync(long from, int limit, CancellationToken cancellationToken)
    {
        if (await TryReadAsync(from, limit, cancellationToken).ConfigureAwait(false) is { } whole)
        {
            return (whole, whole.Count == limit);
        }

        // Every read is judged by itself, so that the first one that fails is found by halving.
        var (readable, held) = (0, default(ValueList<OrderedEntry>));
        for (var failing = limit; failing - readable > 1;)
        {
            var middle = (readable + failing) / 2;
            if (await TryReadAsync(from, middle, cancellationToken).ConfigureAwait(false) is { } some && some.Count == middle)
            {
                (readable, held) = (middle, some);
            }
            else
            {
                failing = middle;
            }
        }

        return (held, false);
    }

    private async ValueTask<ValueList<OrderedEntry>?> TryReadAsync(long from, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await _mirror.ReadAsync(from, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is not null)
        {
            return null;
        }
    }
}
