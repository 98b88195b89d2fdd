using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// Lets go what GdprKit remembers itself, by the periods that the register declares for its own records: of streams that ended long
/// enough ago everything but the hashes of their entries (Art. 5(1)(e)).
/// </summary>
/// <remarks>As safe for use by several threads as its store is; of the life of its store.</remarks>
/// <param name="register">Declares the periods.</param>
/// <param name="folds">The kinds of streams that the application knows.</param>
/// <param name="store">Where the ledger is kept.</param>
/// <param name="clock">Says which day it is.</param>
public sealed class LedgerExpiry(ProcessingRegister register, IEnumerable<StreamFold> folds, ILedgerStore store, IClock clock)
{
    private readonly RetentionSchedule _schedule = new(register);

    /// <summary>Removes the streams of every kind whose period has ended.</summary>
    /// <param name="unless">Heads that protect what is about the same person, as holds that were placed and requests that are open.</param>
    /// <param name="cancellationToken">Ends the work, also half-way; what went stays gone.</param>
    /// <returns>What went of every kind, also of those that never go, ordered by kind.</returns>
    public async ValueTask<ValueList<ExpiredStreams>> RunAsync(ValueList<HeadFilter> unless, CancellationToken cancellationToken = default)
    {
        var expired = new List<ExpiredStreams>();
        foreach (var fold in folds.OrderBy(fold => fold.Kind))
        {
            var before = fold is { EndedIn.IsEmpty: true, EndedWhenDueIn.IsEmpty: true } ? null : EndedBefore(fold.KeptFor);
            var count = 0L;
            if (before is { } instant)
            {
                count += fold.EndedIn.IsEmpty ? 0
                    : await ExpireAsync(StreamExpiry.Of(fold.Kind, fold.EndedIn, instant) with { Unless = unless }, cancellationToken).ConfigureAwait(false);
                count += fold.EndedWhenDueIn.IsEmpty ? 0
                    : await ExpireAsync(StreamExpiry.OfDue(fold.Kind, fold.EndedWhenDueIn, instant) with { Unless = unless }, cancellationToken).ConfigureAwait(false);
            }

            expired.Add(new ExpiredStreams(fold.Kind, fold.KeptFor, before, count));
        }

        return expired.ToValueList();
    }

    /// <summary>When streams must have ended to go today.</summary>
    /// <param name="record">As which of GdprKit's own records they are kept.</param>
    /// <returns>They must have ended before this instant; <see langword="null"/> when none goes, however long ago it ended.</returns>
    public Instant? EndedBefore(OwnRecordKind record)
    {
        if (Declared(record) is not var (category, activity, ended) || !register.Categories.Contains(category))
        {
            return null;
        }

        var zone = register.Controller.TimeZone;
        var today = clock.GetCurrentInstant().InZone(zone).Date;
        var lastDay = CutoffSearch.LastDay(
            day => _schedule.Assess(category, new RetentionFacts { Activities = [activity], Events = [new EventOccurrence(ended, day)] }).FirstDeletable, today);
        return lastDay is { } last ? zone.AtStartOfDay(last.PlusDays(1)).ToInstant() : null;
    }

    private static (Key<DataCategory> Category, Key<ProcessingActivity> Activity, Key<RetentionEvent> Ended)? Declared(OwnRecordKind record) => record switch
    {
        OwnRecordKind.Evidence => (OwnRecordKeys.Evidence, OwnRecordKeys.Accountability, OwnRecordKeys.EvidenceEnded),
        OwnRecordKind.ErasureOrder => (OwnRecordKeys.ErasureOrder, OwnRecordKeys.Accountability, OwnRecordKeys.ErasureDone),
        // Kept as long as there is marketing: no event ends it.
        _ => null,
    };

    private async ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken)
    {
        var total = 0L;
        long count;
        do
        {
            count = await store.ExpireAsync(expiry, cancellationToken).ConfigureAwait(false);
            total += count;
        }
        while (count >= expiry.Limit);
        return total;
    }
}
