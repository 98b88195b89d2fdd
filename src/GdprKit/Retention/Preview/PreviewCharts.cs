using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Draws what is due now and what becomes due, in values: one field of one row, so that different groups of fields add up.</summary>
internal sealed class PreviewCharts(IReadOnlyCollection<PreviewEntity> entities, RetentionForecast? forecast, ReportSource source, PreviewTexts texts)
{
    public DocumentSection Section() => new(SectionId.Parse("charts"), texts.Charts)
    {
        Blocks = [new DocumentBlock.Paragraph(texts.Counting), .. PerCategory(), .. forecast is null ? [] : PerMonth(forecast)],
    };

    private IEnumerable<DocumentBlock> PerMonth(RetentionForecast coming)
    {
        var months = coming.Groups.IsEmpty ? [] : coming.Groups[0].Months.Select(month => month.Month).ToList();
        var series = coming.Groups.GroupBy(group => (group.Store, group.Entity))
            .Select(entity => (
                Name: source.Names.Rows(source.Entity(entity.Key.Store, entity.Key.Entity)),
                Values: months.Select((_, month) => entity.Sum(group => group.Months[month].Rows * group.Fields.Count)).ToList()))
            .Where(entity => entity.Values.Any(value => value > 0))
            .OrderByDescending(entity => entity.Values.Sum())
            .ToList();
        if (series.Count > DocumentBlock.Chart.MaximumSeries)
        {
            var rest = series.Skip(DocumentBlock.Chart.MaximumSeries - 1).ToList();
            series = [.. series.Except(rest), (texts.Others, months.Select((_, month) => rest.Sum(each => each.Values[month])).ToList())];
        }

        yield return series.Count == 0
            ? new DocumentBlock.Paragraph(texts.NothingBecomesDue(months.Count))
            : new DocumentBlock.Chart(
                texts.PerMonth, texts.Unit, texts.Month, months.Select(texts.Name).ToValueList(), series.Select(each => new ChartSeries(each.Name, each.Values.ToValueList())).ToValueList());
        if (coming.Groups.Sum(group => group.Later * group.Fields.Count) is > 0 and var later)
        {
            yield return new DocumentBlock.Paragraph(texts.DueLater(source.Number(later)));
        }
    }

    private IEnumerable<DocumentBlock> PerCategory()
    {
        var now = Values(entities.SelectMany(entity => entity.Groups.Select(group => (group.Planned, group.Preview.Due))));
        var later = Values((forecast?.Groups ?? []).Select(group => (
            ReportSource.Group(source.Entity(group.Store, group.Entity), group.Fields), group.Months.Sum(month => month.Rows))));
        var categories = now.Keys.Union(later.Keys).OrderByDescending(key => now.GetValueOrDefault(key) + later.GetValueOrDefault(key)).ThenBy(key => key)
            .Take(DocumentBlock.Chart.MaximumCategories).ToList();
        yield return categories.Count == 0
            ? new DocumentBlock.Paragraph(texts.NothingDueNow)
            : new DocumentBlock.Chart(
                texts.PerCategory,
                texts.Unit,
                texts.Category,
                categories.Select(key => source.Words.Text(source.Plan.Register.Categories[key].Label)).ToValueList(),
                [
                    new ChartSeries(texts.Now, categories.Select(key => now.GetValueOrDefault(key)).ToValueList()),
                    .. forecast is { Groups.IsEmpty: false } ? [new ChartSeries(texts.NextMonths(forecast.Groups[0].Months.Count), categories.Select(key => later.GetValueOrDefault(key)).ToValueList())] : Array.Empty<ChartSeries>(),
                ])
            {
                IsHorizontal = true,
            };
    }

    private static Dictionary<Key<DataCategory>, long> Values(IEnumerable<(FieldGroup Group, long Rows)> counted) => counted
        .SelectMany(each => each.Group.Fields.Select(field => (field.Field.Category, each.Rows)))
        .GroupBy(each => each.Category, each => each.Rows)
        .Select(category => (category.Key, Sum: category.Sum()))
        .Where(category => category.Sum > 0)
        .ToDictionary(category => category.Key, category => category.Sum);
}
