using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Counts, month by month, what becomes due.</summary>
internal sealed class ForecastCounting(RowRetention retention, int months)
{
    private readonly List<YearMonth> _months = [.. Enumerable.Range(0, months).TakeWhile(month => month <= MonthsLeft(retention.Day)).Select(retention.Day.ToYearMonth().PlusMonths)];

    public async ValueTask<IEnumerable<GroupForecast>> CountAsync(IPersonalDataStore store, PlannedEntity entity, CancellationToken cancellationToken)
    {
        var forecasts = new List<GroupForecast>();
        foreach (var group in entity.Groups)
        {
            var rules = retention.Of(entity, group);
            var throughMonth = _months.Select(month => rules.Due(month.ToDateInterval().End)).ToValueList();
            var counts = throughMonth[^1] == RowCondition.Never
                ? await NothingDueAsync(store, entity, rules.NotDue(retention.Day), cancellationToken).ConfigureAwait(false)
                : await store.CountAsync(entity.Entity, rules.NotDue(retention.Day), throughMonth, cancellationToken).ConfigureAwait(false);
            forecasts.Add(new GroupForecast(
                entity.Store,
                entity.Entity.Description.Name,
                group.Fields.Select(planned => planned.Field.Property.Path).ToValueList(),
                group.Categories,
                _months.Select((month, i) => new DueInMonth(month, counts[i + 1] - (i == 0 ? 0 : counts[i]))).ToValueList(),
                counts[0] - counts[^1]));
        }

        return forecasts;
    }

    // The calendar ends with the year 9999.
    private static int MonthsLeft(LocalDate day) => (12 * (LocalDate.MaxIsoValue.Year - day.Year)) + 12 - day.Month;

    private async ValueTask<ValueList<long>> NothingDueAsync(IPersonalDataStore store, PlannedEntity entity, RowCondition kept, CancellationToken cancellationToken) =>
        [(await store.CountAsync(entity.Entity, kept, [], cancellationToken).ConfigureAwait(false))[0], .. new long[_months.Count]];
}
