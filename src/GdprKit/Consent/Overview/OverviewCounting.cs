using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>
/// Counts heads, never entries: by state, by since when they are in it, and by when they are due. Each number is one statement of the
/// store, so memory does not grow with the number of people.
/// </summary>
internal sealed class OverviewCounting(ILedgerStore store, ProcessingRegister register, Instant now, int months)
{
    private readonly ValueList<YearMonth> _months = Enumerable.Range(1 - months, months)
        .Select(now.InZone(register.Controller.TimeZone).Date.ToYearMonth().PlusMonths)
        .ToValueList();

    // An end that falls on this instant has come, and a store counts what is due before one.
    private Instant Later => now + Duration.FromTicks(NodaConstants.TicksPerMillisecond / 1000);

    public async ValueTask<ConsentOverview> CountAsync(CancellationToken cancellationToken)
    {
        var topics = new List<TopicOverview>();
        foreach (var topic in register.Activities.Where(activity => activity.AsksConsent).SelectMany(activity => ConsentTopic.AllOf(activity)))
        {
            topics.Add(await CountAsync(topic, cancellationToken).ConfigureAwait(false));
        }

        var all = await store.CountHeadsAsync(HeadFilter.Of(ConsentRecord.Fold.Kind), cancellationToken).ConfigureAwait(false);
        var declared = topics.Sum(topic => topic.Today.Sum(count => count.People));
        return new ConsentOverview(register, now, topics.ToValueList(), Math.Max(0, all.Sum(count => count.Count) - declared));
    }

    private async ValueTask<TopicOverview> CountAsync(ConsentTopic topic, CancellationToken cancellationToken)
    {
        var where = HeadFilter.Of(ConsentRecord.Fold.Kind) with { Key = topic.ToStreamKey() };
        var today = await CountAsync(where, cancellationToken).ConfigureAwait(false);
        var expired = today.Keys.Any(status => status.IsValid())
            ? await CountAsync(where with { Statuses = ConsentWords.Standing, DueBefore = Later }, cancellationToken).ConfigureAwait(false)
            : [];
        var reached = await MonthsAsync(today.Count > 0, boundary => where with { SinceBefore = boundary }, cancellationToken).ConfigureAwait(false);
        var ran = await MonthsAsync(expired.Count > 0, boundary => where with { Statuses = ConsentWords.Standing, DueBefore = Instant.Min(boundary, Later) }, cancellationToken).ConfigureAwait(false);
        foreach (var (status, people) in expired)
        {
            today[status] = today.GetValueOrDefault(status) - people;
        }

        today[ConsentStatus.Expired] = expired.Values.Sum();
        return new TopicOverview(topic, Listed(today), _months.Select((month, i) =>
        {
            reached[i][ConsentStatus.Expired] = ran[i].Values.Sum();
            return new ConsentMonth(month, Listed(reached[i]));
        }).ToValueList());
    }

    /// <summary>What came in each month: what there was before its end, less what there was before its beginning.</summary>
    private async ValueTask<List<Dictionary<ConsentStatus, long>>> MonthsAsync(bool occurs, Func<Instant, HeadFilter> before, CancellationToken cancellationToken)
    {
        if (!occurs)
        {
            return _months.Select(_ => new Dictionary<ConsentStatus, long>()).ToList();
        }

        var counts = new List<Dictionary<ConsentStatus, long>>();
        foreach (var month in _months.Append(_months[^1].PlusMonths(1)))
        {
            counts.Add(await CountAsync(before(month.OnDayOfMonth(1).AtStartOfDayInZone(register.Controller.TimeZone).ToInstant()), cancellationToken).ConfigureAwait(false));
        }

        // Who moves on while others are counted is in the earlier count and not in the later one.
        return counts.Zip(counts.Skip(1), (start, end) => end.ToDictionary(each => each.Key, each => Math.Max(0, each.Value - start.GetValueOrDefault(each.Key)))).ToList();
    }

    private async ValueTask<Dictionary<ConsentStatus, long>> CountAsync(HeadFilter where, CancellationToken cancellationToken) =>
        (await store.CountHeadsAsync(where, cancellationToken).ConfigureAwait(false))
            .GroupBy(count => ConsentWords.StateOf(count.Status) ?? ConsentStatus.Unknown, count => count.Count)
            .ToDictionary(status => status.Key, status => status.Sum());

    private static ValueList<ConsentCount> Listed(Dictionary<ConsentStatus, long> counts) =>
        counts.Where(each => each.Value > 0).OrderBy(each => each.Key).Select(each => new ConsentCount(each.Key, each.Value)).ToValueList();
}
