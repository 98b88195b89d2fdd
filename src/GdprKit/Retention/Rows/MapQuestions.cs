using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// The questions in which a map speaks its own words: its dates, its functions, the conditions of its owners. What is counted and read is
/// made of these and of what every store answers, so a store that answers each of them answers all.
/// </summary>
internal static class MapQuestions
{
    private static readonly LocalDate FirstDay = RetentionFacts.NoDay.PlusDays(1);

    public static RowRequest Of(PlannedEntity entity, LocalDate today, DateTimeZone zone)
    {
        var times = entity.Groups.Select(group => new EventTimes(entity.Entity, group)).SelectMany(times => times.Dated.Select(dated => dated.Time)).Distinct().ToValueList();
        return new RowRequest
        {
            Times = times,
            Conditions =
            [
                .. times.Select(time => new RowCondition.Between(time, time.StartOf(FirstDay, zone), time.StartOf(today, zone))),
                .. entity.Entity.Owners.Where(owner => owner.Condition is not null).Select(owner => new RowCondition.HasOwner(owner)),
                .. entity.Entity.HoldQueries.Select(query => query.Rows),
                .. entity.Entity.Scopes.Where(scope => scope.Condition is not null).Select(scope => new RowCondition.Meets(scope.Condition!)),
            ],
        };
    }
}
