using NodaTime;

namespace GdprKit.Ledger;

/// <summary>
/// Says whether the database is the one that it was: whoever is about to use or to remove personal data on the strength of what the ledger says asks it first. An older copy that was restored says of people
/// who withdrew that they agree, and of people who were erased that they are there.
/// </summary>
/// <remarks>
/// Sizes and roots are compared, never times. What was found is remembered for <see cref="Bound"/>, also across a restore underneath a running process. Without a mirror nobody can tell, and it refuses nothing.
/// Safe for use by several threads; there is one for the application.
/// </remarks>
public sealed class LedgerGuard
{
    /// <summary>The kind of the streams of restores.</summary>
    internal static readonly StreamKind RestoreKind = StreamKind.Parse("restore");

    /// <summary>The status of a restore whose consequences somebody took upon himself.</summary>
    internal static readonly StreamStatus Overridden = StreamStatus.Parse("overridden");

    /// <summary>The status of a restore after which what was lost comes back just now.</summary>
    internal static readonly StreamStatus Replaying = StreamStatus.Parse("replaying");

    private readonly ILedgerAccess _access;
    private readonly ILedgerMirror? _mirror;
    private readonly Func<StreamHead, MirrorStanding, bool> _overrides;
    private readonly IClock _clock;
    private readonly AsyncLocal<bool> _isLetThrough = new();

    private Finding? _last;

    internal LedgerGuard(ILedgerAccess access, ILedgerMirror? mirror, Func<StreamHead, MirrorStanding, bool> overrides, IClock clock) =>
        (_access, _mirror, _overrides, _clock) = (access, mirror, overrides, clock);

    /// <summary>How long what was found is taken for what is: 5 seconds.</summary>
    public static Duration Bound { get; } = Duration.FromSeconds(5);

    /// <summary>What was found last, without looking again; <see langword="null"/> when nothing stood against it, or nobody has looked yet.</summary>
    public LedgerException? LastRefusal => _isLetThrough.Value ? null : Volatile.Read(ref _last)?.Refusal;

    /// <summary>Why the database cannot be relied on, and what to do.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// A refusal to tell or to throw: GDPR3135 when the database is behind its mirror, GDPR3136 when it went another way, GDPR3137 when it is another ledger's, GDPR3140 while what was lost comes back;
    /// <see langword="null"/> when it can be relied on, or somebody overrode it.
    /// </returns>
    public async ValueTask<LedgerException?> FindRefusalAsync(CancellationToken cancellationToken = default) =>
        _mirror is null || _isLetThrough.Value ? null : (await FindAsync(cancellationToken).ConfigureAwait(false)).Refusal;

    /// <summary>Refuses where the database cannot be relied on.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LedgerException">See <see cref="FindRefusalAsync"/>.</exception>
    public async ValueTask RequireAsync(CancellationToken cancellationToken = default)
    {
        if (await FindRefusalAsync(cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Whether the database is an older copy that was restored, or went its own way since, also where somebody overrode it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async ValueTask<bool> IsOlderCopyAsync(CancellationToken cancellationToken) =>
        _mirror is not null && !_isLetThrough.Value && (await FindAsync(cancellationToken).ConfigureAwait(false)).State is MirrorState.Behind or MirrorState.Diverged;

    /// <summary>Keeps entries in the mirror.</summary>
    internal ValueTask KeepAsync(IEnumerable<LedgerEntry> entries, SubjectId? about, CancellationToken cancellationToken) =>
        _mirror is null ? ValueTask.CompletedTask : new KeptEntries(_mirror).KeepAsync(entries, about, cancellationToken);

    /// <summary>Looks again when it is asked next.</summary>
    internal void Forget() => Volatile.Write(ref _last, null);

    /// <summary>Lets through who does again what was done, until it is disposed; of this flow of calls only.</summary>
    internal IDisposable LetThrough()
    {
        _isLetThrough.Value = true;
        return new Passage(this);
    }

    private async ValueTask<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetCurrentInstant();
        if (Volatile.Read(ref _last) is { } last && now >= last.At && now - last.At < Bound)
        {
            return last;
        }

        var (state, refusal) = await _access.UseAsync(LookAsync, cancellationToken).ConfigureAwait(false);
        var found = new Finding(now, state, refusal);
        Volatile.Write(ref _last, found);
        return found;
    }

    private async ValueTask<(MirrorState State, LedgerException? Refusal)> LookAsync(LedgerAccess ledger, CancellationToken cancellationToken)
    {
        MirrorStanding standing;
        try
        {
            standing = await MirrorComparison.CompareAsync(await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false), ledger.Log, _mirror, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException missing) when (missing.IsNotKept)
        {
            return (MirrorState.Unknown, null);
        }

        var refusal = standing.State switch
        {
            MirrorState.Behind or MirrorState.Diverged => await IsAnyAsync(ledger, Overridden, head => _overrides(head, standing), cancellationToken).ConfigureAwait(false) ? null : standing.ToException(),
            MirrorState.Foreign => standing.ToException(),
            _ => await IsAnyAsync(ledger, Replaying, static _ => true, cancellationToken).ConfigureAwait(false) ? LedgerException.ReplayUnderWay() : null,
        };
        return (standing.State, refusal);
    }

    private static async ValueTask<bool> IsAnyAsync(LedgerAccess ledger, StreamStatus status, Func<StreamHead, bool> counts, CancellationToken cancellationToken)
    {
        for (var query = new HeadQuery(HeadFilter.Of(RestoreKind) with { Statuses = [status] }); query is not null;)
        {
            var page = await ledger.Store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            if (page.Any(counts))
            {
                return true;
            }

            query = query.Next(page);
        }

        return false;
    }

    private sealed record Finding(Instant At, MirrorState State, LedgerException? Refusal);

    private sealed class Passage(LedgerGuard guard) : IDisposable
    {
        public void Dispose() => guard._isLetThrough.Value = false;
    }
}
