namespace GdprKit.Ledger;

/// <summary>
/// Forgets in the mirror what the ledger has forgotten: bodies of entries that have expired, and details that were forgotten, as after an erasure. What the ledger has merely
/// lost stays in the mirror. Every root and every proof stays as it was.
/// </summary>
/// <remarks>
/// It compares position by position and remembers nothing, so it can be interrupted, and doing it again does nothing. In a database that does not fit its mirror it forgets
/// nothing: there a restore may have to bring it back. Verify the ledger first (<see cref="LedgerVerification"/>), and forget only where nothing was found, as the workers do: who can write
/// to the database can say that entries have expired, and the mirror then has the only copy. Where somebody did so to whole streams and their heads, as an expiry does, nothing tells it
/// from one. Works in a unit of work of its own. Safe for use by several threads.
/// </remarks>
public sealed class MirrorExpiry
{
    private readonly ILedgerAccess _access;
    private readonly ILedgerMirror? _mirror;

    /// <summary>Makes it for a ledger.</summary>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="log">Its order, over the same database.</param>
    /// <param name="mirror">Its mirror; <see langword="null"/> when it has none, and there is nothing to do.</param>
    public MirrorExpiry(ILedgerStore store, ILedgerLog log, ILedgerMirror? mirror)
        : this(new DirectAccess(store, log), mirror)
    {
    }

    internal MirrorExpiry(ILedgerAccess access, ILedgerMirror? mirror) => (_access, _mirror) = (access, mirror);

    /// <summary>Forgets what is to be forgotten.</summary>
    /// <param name="cancellationToken">Ends the work between two pages; what was forgotten stays forgotten.</param>
    /// <returns>Of how many entries something went.</returns>
    /// <exception cref="LedgerException">GDPR3130 to GDPR3138, GDPR3141: the mirror cannot be used, or does not fit the database; from then on nothing was forgotten.</exception>
    public async ValueTask<long> ForgetAsync(CancellationToken cancellationToken = default) =>
        _mirror is null ? 0 : await _access.UseAsync((ledger, token) => ForgetAsync(ledger, _mirror, token), cancellationToken).ConfigureAwait(false);

    private static async ValueTask<long> ForgetAsync(LedgerAccess ledger, ILedgerMirror mirror, CancellationToken cancellationToken)
    {
        var tip = await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false);
        var standing = await MirrorComparison.CompareAsync(tip, ledger.Log, mirror, cancellationToken).ConfigureAwait(false);
        if (standing.ToException() is { } refusal)
        {
            throw refusal;
        }

        var (forgotten, size) = (0L, standing.MirrorSize ?? 0);
        for (var position = 0L; position < size;)
        {
            var page = await ledger.Log.ReadLogAsync(position, LedgerLimits.HeadsPerPage, cancellationToken).ConfigureAwait(false);
            var less = page.Where(entry => entry.Position < size && HasForgotten(entry)).ToValueList();
            forgotten += less.IsEmpty ? 0 : await mirror.ForgetAsync(less, cancellationToken).ConfigureAwait(false);
            position = page.IsEmpty ? size : page[^1].Position + 1;
        }

        return forgotten;
    }

    // Only what is otherwise as it was put in order: what was changed beside the ledger is evidence on both sides.
    private static bool HasForgotten(OrderedEntry entry) => entry.IsIntact && entry.Entry is null or { Details: null, DetailsCommitment: not null };
}
