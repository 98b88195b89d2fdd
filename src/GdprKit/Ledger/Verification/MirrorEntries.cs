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

    /// <summary>Begins; what a mirror that is foreign, damaged or cannot be reached says is told by the comparison of both.</summary>
    public static async ValueTask<MirrorEntries> OpenAsync(ILedgerMirror mirror, LedgerTip? tip, FindingList findings, CancellationToken cancellationToken)
    {
        try
        {
            var held = await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false);
            return new MirrorEntries(mirror, findings, tip is not null && held is not null && held.Ledger != tip.Ledger ? 0 : held?.Tree.Size ?? 0);
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is not null)
        {
            return new MirrorEntries(mirror, findings, 0);
        }
    }

    public async ValueTask CompareAsync(ValueList<OrderedEntry> page, CancellationToken cancellationToken)
    {
        if (page[0].Position >= _size)
        {
            return;
        }

        try
        {
            var held = (await _mirror.ReadAsync(page[0].Position, LedgerLimits.HeadsPerPage, cancellationToken).ConfigureAwait(false)).ToDictionary(entry => entry.Position);
            foreach (var entry in page)
            {
                if (entry.Position < _size && held.TryGetValue(entry.Position, out var mirrored) && (mirrored.Id != entry.Id || mirrored.Hash != entry.Hash || !mirrored.IsIntact))
                {
                    FirstDifference ??= entry.Position;
                    _findings.Add(new VerificationFinding(VerificationFault.MirrorDiffers, entry.Position, entry.Id, entry.Entry?.Stream.Kind));
                }
            }
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is not null)
        {
            _findings.Add(new VerificationFinding(VerificationFault.MirrorUnfit, page[0].Position));
            _size = 0;
        }
    }
}
