using System.Diagnostics;
using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Says conditions on what is known of an item as conditions on the row that holds it.</summary>
internal sealed class RowTranslation(EventTimes times, PeopleConditions people, Func<Key<ProcessingActivity>, RowCondition> applies, DateTimeZone zone)
{
    private static readonly LocalDate FirstDay = RetentionFacts.NoDay.PlusDays(1);

    public RowCondition Of(RetentionCondition condition) => condition switch
    {
        RetentionCondition.NothingDue => RowCondition.Never,
        RetentionCondition.Through through => Happened(through, through.LastDay),
        RetentionCondition.LatestThrough latest => Latest(latest),
        RetentionCondition.NoneOf none => RowCondition.All(none.Events.Select(happened => RowCondition.Not(After(happened, RetentionFacts.NoDay)))),
        RetentionCondition.Applies about => applies(about.Activity),
        RetentionCondition.DoesNotApply about => RowCondition.Not(applies(about.Activity)),
        RetentionCondition.ConsentEnded ended => people.ConsentEnded(ended.Activity, ended.LastDay),
        RetentionCondition.ConsentUnknown about => people.ConsentUnknown(about.Activity),
        RetentionCondition.ObjectionUpheld upheld => people.ObjectionUpheld(upheld.Activity, upheld.LastDay),
        RetentionCondition.Not not => RowCondition.Not(Of(not.Condition)),
        RetentionCondition.AllOf all => RowCondition.All(all.Conditions.Select(Of)),
        RetentionCondition.AnyOf any => RowCondition.Any(any.Conditions.Select(Of)),
        _ => throw new UnreachableException(),
    };

    /// <summary>The last of the events, or else the fallback, happened on a day or before it.</summary>
    private RowCondition Happened(RetentionCondition.Through through, LocalDate lastDay)
    {
        var events = through.Events.Count == 1
            ? Through(through.Events[0], lastDay)
            : RowCondition.All(
                RowCondition.Any(through.Events.Select(happened => Through(happened, lastDay))),
                RowCondition.All(through.Events.Select(happened => RowCondition.Not(After(happened, lastDay)))));
        return through.Fallback is { } fallback
            ? RowCondition.Any(events, RowCondition.All(through.Events.Select(NeverHappened).Append(Through(fallback, lastDay))))
            : events;
    }

    // Every end whose event happened is over, and there is one.
    private RowCondition Latest(RetentionCondition.LatestThrough latest) => RowCondition.All(
        RowCondition.Any(latest.Ends.Select(end => Happened(end, end.LastDay))),
        RowCondition.All(latest.Ends.Select(end => RowCondition.Not(HappenedLater(end)))));

    private RowCondition HappenedLater(RetentionCondition.Through end)
    {
        var events = RowCondition.Any(end.Events.Select(happened => After(happened, end.LastDay)));
        return end.Fallback is { } fallback
            ? RowCondition.Any(events, RowCondition.All(end.Events.Select(NeverHappened).Append(After(fallback, end.LastDay))))
            : events;
    }

    private RowCondition NeverHappened(Key<RetentionEvent> happened) => RowCondition.Not(After(happened, RetentionFacts.NoDay));

    private RowCondition Through(Key<RetentionEvent> happened, LocalDate lastDay) => lastDay < FirstDay
        ? RowCondition.Never
        : Between(happened, FirstDay, lastDay < LocalDate.MaxIsoValue ? lastDay.PlusDays(1) : null);

    private RowCondition After(Key<RetentionEvent> happened, LocalDate day) => day < LocalDate.MaxIsoValue
        ? Between(happened, day.PlusDays(1), null)
        : RowCondition.Never;

    private RowCondition Between(Key<RetentionEvent> happened, LocalDate from, LocalDate? until) => times.Of(happened) is { } time
        ? new RowCondition.Between(time, time.StartOf(from, zone), until is { } end ? time.StartOf(end, zone) : null)
        : RowCondition.Never;
}
