using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// Lets go what GdprKit remembers itself, by the periods that the register declares for its own records: of streams that ended long
/// enough ago everything but the hashes of their entries (Art. 5(1)(e)).
/// </summary>
/// <remarks>
/// <para>
/// After a restore an erasure is repeated from its order, so an order outlives the last backup that may hold what was erased: it goes when its declared period has ended, and not before the day that
/// <c>BackupSets.ForecastAsync</c> says. Uncertain means protected: while that day is not certain (<c>BackupForecast.IsCertain</c>), because a backup is there that should be gone or because nobody tells any more which there are,
/// the orders stay of whatever the backups that were told of last may hold; while a newer program recorded something of a set, or backups are kept longer of a set that is no longer declared, all of them stay. Where no backups are declared, nobody
/// knows, and an order is kept as long as evidence.
/// </para>
/// <para>
/// What keeps a person's rows from going keeps what is remembered of that person too, by the same rule (<see cref="RowShield"/>): a hold, a restriction, an open request; also one of which a newer program recorded something. A hold
/// on the category of one of GdprKit's own records keeps all streams that are kept as that record. Heads of such streams that an older program wrote are folded again first, so that what was lifted long ago does not protect for ever
/// because nobody looked at it since. What was lifted or answered is evidence itself, and goes by its own period.
/// </para>
/// <para>As safe for use by several threads as its store is; of the life of its store.</para>
/// </remarks>
public sealed class LedgerExpiry
{
    private readonly ProcessingRegister _register;
    private readonly StreamFold[] _folds;
    private readonly LedgerStreams _streams;
    private readonly IBackupOutlook _backups;
    private readonly LedgerGuard? _guard;
    private readonly IClock _clock;
    private readonly RetentionSchedule _schedule;

    /// <summary>Makes it.</summary>
    /// <param name="register">Declares the periods.</param>
    /// <param name="folds">The kinds of streams that the application knows.</param>
    /// <param name="streams">The streams.</param>
    /// <param name="backups">Says what backups may still hold.</param>
    /// <param name="guard">Refuses in an older copy of the database; <see langword="null"/> where nobody can tell.</param>
    /// <param name="clock">Says which day it is.</param>
    internal LedgerExpiry(ProcessingRegister register, IEnumerable<StreamFold> folds, LedgerStreams streams, IBackupOutlook backups, LedgerGuard? guard, IClock clock)
    {
        (_register, _folds, _streams, _backups, _guard, _clock) = (register, [.. folds.DistinctBy(fold => fold.Kind).OrderBy(fold => fold.Kind)], streams, backups, guard, clock);
        _schedule = new RetentionSchedule(register);
    }

    /// <summary>Removes the streams of every kind whose period has ended, unless something protects them.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way; what went stays gone.</param>
    /// <returns>What went of every kind, also of those that never go, ordered by kind.</returns>
    /// <exception cref="LedgerException">GDPR3135 to GDPR3137 or GDPR3140: the database is an older copy that was restored, and was not replayed; nothing went.</exception>
    public async ValueTask<ValueList<ExpiredStreams>> RunAsync(CancellationToken cancellationToken = default)
    {
        // What an older copy says of delays is not all that was recorded of them.
        if (_guard is not null)
        {
            await _guard.RequireAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (var fold in _folds.Where(fold => fold.IsShield))
        {
            await _streams.RefoldAsync(fold, cancellationToken).ConfigureAwait(false);
        }

        var expired = new List<ExpiredStreams>();
        foreach (var fold in _folds)
        {
            var shield = StreamShield.Of(_folds, HoldOn(fold.KeptFor));
            var before = fold is { EndedIn.IsEmpty: true, EndedWhenDueIn.IsEmpty: true } ? null : await EndedBeforeAsync(fold.KeptFor, cancellationToken).ConfigureAwait(false);
            var count = 0L;
            if (before is { } instant)
            {
                count += fold.EndedIn.IsEmpty ? 0
                    : await ExpireAsync(StreamExpiry.Of(fold.Kind, fold.EndedIn, instant) with { Unless = shield }, cancellationToken).ConfigureAwait(false);
                count += fold.EndedWhenDueIn.IsEmpty ? 0
                    : await ExpireAsync(StreamExpiry.OfDue(fold.Kind, fold.EndedWhenDueIn, instant) with { Unless = shield }, cancellationToken).ConfigureAwait(false);
            }

            expired.Add(new ExpiredStreams(fold.Kind, fold.KeptFor, before, count) { IsOnHold = await IsOnHoldAsync(shield, cancellationToken).ConfigureAwait(false) });
        }

        return expired.ToValueList();
    }

    /// <summary>When streams must have ended to go today.</summary>
    /// <param name="record">As which of GdprKit's own records they are kept.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>They must have ended before this instant; <see langword="null"/> when none goes, however long ago it ended.</returns>
    public async ValueTask<Instant?> EndedBeforeAsync(OwnRecordKind record, CancellationToken cancellationToken = default)
    {
        if (Declared(record) is not var (category, activity, ended) || !_register.Categories.Contains(category))
        {
            return null;
        }

        var mayBeIn = record is OwnRecordKind.ErasureOrder ? await _backups.LookAsync(cancellationToken).ConfigureAwait(false) : static _ => false;
        var zone = _register.Controller.TimeZone;
        var today = _clock.GetCurrentInstant().InZone(zone).Date;
        var lastDay = CutoffSearch.LastDay(
            day => mayBeIn(day) ? null : _schedule.Assess(category, new RetentionFacts { Activities = [activity], Events = [new EventOccurrence(ended, day)] }).FirstDeletable, today);
        return lastDay is { } last ? zone.AtStartOfDay(last.PlusDays(1)).ToInstant() : null;
    }

    private static (Key<DataCategory> Category, Key<ProcessingActivity> Activity, Key<RetentionEvent> Ended)? Declared(OwnRecordKind record) => record switch
    {
        OwnRecordKind.Evidence => (OwnRecordKeys.Evidence, OwnRecordKeys.Accountability, OwnRecordKeys.EvidenceEnded),
        OwnRecordKind.ErasureOrder => (OwnRecordKeys.ErasureOrder, OwnRecordKeys.Accountability, OwnRecordKeys.ErasureDone),
        // Kept as long as there is marketing: no event ends it.
        _ => null,
    };

    private static StreamKey[] HoldOn(OwnRecordKind record) => record switch
    {
        OwnRecordKind.Evidence => [HoldKeys.Of(OwnRecordKeys.Evidence)],
        OwnRecordKind.ErasureOrder => [HoldKeys.Of(OwnRecordKeys.ErasureOrder)],
        OwnRecordKind.Suppression => [HoldKeys.Of(OwnRecordKeys.SuppressedAddress)],
        _ => [],
    };

    private async ValueTask<bool> IsOnHoldAsync(StreamShield shield, CancellationToken cancellationToken)
    {
        var holds = from streams in shield.Streams
                    from scope in shield.Scopes
                    select new StreamId(streams.Kind, SubjectRef.None, scope);
        return (await _streams.Store.FindHeadsAsync(holds.ToValueList(), cancellationToken).ConfigureAwait(false)).Any(shield.IsShielding);
    }

    private async ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken)
    {
        var total = 0L;
        long count;
        do
        {
            count = await _streams.Store.ExpireAsync(expiry, cancellationToken).ConfigureAwait(false);
            total += count;
        }
        while (count >= expiry.Limit);
        return total;
    }
}
