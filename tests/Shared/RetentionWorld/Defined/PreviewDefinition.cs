namespace GdprKit.RetentionWorld;

/// <summary>Counts, row by row, what a preview and a forecast must say, and finds where they say something else.</summary>
public sealed class PreviewDefinition(RowDefinition rows, DisposalPlan plan, Func<string, Type> typeOf)
{
    public IEnumerable<string> Differences(RetentionPreview preview)
    {
        var expected = DefinedMaps.Types.Where(rows.Maps.IsMapped).ToList();
        return
        [
            .. Difference("entities", string.Join(", ", expected.Select(type => type.Name).Order(StringComparer.Ordinal)), string.Join(", ", preview.Entities.Select(entity => typeOf(entity.Entity).Name).Order(StringComparer.Ordinal))),
            .. preview.Entities.SelectMany(Differences),
        ];
    }

    public IEnumerable<string> Differences(RetentionForecast forecast) => forecast.Groups.SelectMany(group =>
    {
        var type = typeOf(group.Entity);
        return group.Fields.Select(path => FieldOf(type, path)).SelectMany(field =>
        {
            var days = rows.World.Of(type)
                .Where(row => !rows.IsDue(field, row) && IsLeft(field, row))
                .Select(row => rows.Assess(field, row).FirstDeletable)
                .ToList();
            return group.Months
                .SelectMany(month => Difference($"{type.Name}.{field.Name} in {month.Month}", days.Count(day => day?.ToYearMonth() == month.Month), month.Rows))
                .Concat(Difference($"{type.Name}.{field.Name} later", days.Count(day => day is null || day.Value.ToYearMonth() > group.Months[^1].Month), group.Later));
        });
    });

    /// <param name="comparison">What was compared.</param>
    /// <param name="proposed">The definition under the other register.</param>
    /// <param name="proposal">The plan under it.</param>
    public IEnumerable<string> Differences(RetentionComparison comparison, RowDefinition proposed, DisposalPlan proposal)
    {
        foreach (var type in DefinedMaps.Types.Where(rows.Maps.IsMapped))
        {
            var goes = rows.World.Of(type).Where(rows.Goes).ToList();
            var then = rows.World.Of(type).Where(proposed.Goes).ToList();
            var compared = comparison.Rows.SingleOrDefault(each => typeOf(each.Entity) == type);
            var expected = (goes.Count, then.Count, then.Except(goes).Count(), goes.Except(then).Count());
            var actual = compared is null ? (0, 0, 0, 0) : (compared.Going, compared.GoingThen, compared.NewlyGoing, compared.NoLongerGoing);
            foreach (var difference in Difference($"{type.Name} going whole compared", expected, actual))
            {
                yield return difference;
            }
        }

        foreach (var field in DefinedMaps.Types.SelectMany(rows.Maps.FieldsOf))
        {
            var due = rows.World.Of(field.Type).Where(row => IsDue(field, row)).ToList();
            var then = rows.World.Of(field.Type).Where(row => proposed.IsDue(field, row) && IsLeft(field, row, proposal)).ToList();
            var compared = comparison.Fields.SingleOrDefault(fields => typeOf(fields.Entity) == field.Type && fields.Fields.Any(path => path.ToString() == field.Name));
            var expected = (due.Count, then.Count, then.Except(due).Count(), due.Except(then).Count());
            var actual = compared is null ? (0, 0, 0, 0) : (compared.Due, compared.DueThen, compared.NewlyDue, compared.NoLongerDue);
            foreach (var difference in Difference($"{field.Type.Name}.{field.Name} compared", expected, actual))
            {
                yield return difference;
            }
        }
    }

    /// <param name="explained">The rows of a person, as they were explained.</param>
    /// <param name="person">The person.</param>
    public IEnumerable<string> Differences(IReadOnlyCollection<HeldRow> explained, SubjectId person)
    {
        var theirs = rows.World.All.Where(row => rows.Maps.IsMapped(row.GetType()) && rows.Maps.OwnersOf(row).Any(owner => owner.Person == person)).Where(IsOfOne).ToList();
        var isKnown = theirs.Select(row => (row.GetType().Name, KeyOf(row))).ToHashSet();
        var expected = theirs.Select(row => $"{row.GetType().Name} {KeyOf(row)}: {string.Join("; ", FieldsOf(row, person).Select(field => Written(field.Name, rows.Assess(field, row), rows.UnresolvedOf(field, row))))}");
        var actual = explained.Where(row => isKnown.Contains((typeOf(row.Entity).Name, (int)row.Key.Single()!))).Select(row => $"{typeOf(row.Entity).Name} {row.Key.Single()}: {string.Join("; ", row.Fields.Select(held => Written(held.Property.ToString(), held.Retention, null)))}");
        return Difference("explained", string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', actual.Order(StringComparer.Ordinal)));
    }

    // Of rows of several people nobody reads when the consent of the others ended.
    private bool IsOfOne(object row) => rows.HasNoAnswers || rows.Maps.OwnersOf(row).Count() == 1;

    private IEnumerable<string> Differences(EntityPreview entity)
    {
        var type = typeOf(entity.Entity);
        var fields = rows.Maps.FieldsOf(type).ToList();
        var all = rows.World.Of(type).ToList();
        return
        [
            .. Difference($"{type.Name}: rows", all.Count, entity.Rows),
            .. Difference($"{type.Name}: rows to go", all.Count(rows.Goes), entity.RowsToGo),
            .. Difference($"{type.Name}: into the archive", all.Count(rows.GoesIntoArchive), entity.RowsIntoArchive),
            .. Difference($"{type.Name}: out of the archive", all.Count(rows.ComesOutOfArchive), entity.RowsOutOfArchive),
            .. Difference($"{type.Name}: fields", string.Join(", ", fields.Select(field => field.Name)), string.Join(", ", entity.Groups.SelectMany(group => group.Fields).Order())),
            .. entity.Groups.SelectMany(group => group.Fields.SelectMany(path => Differences(FieldOf(type, path), all, group))),
        ];
    }

    private IEnumerable<string> Differences(DefinedField field, List<object> all, GroupPreview group)
    {
        var place = $"{field.Type.Name}.{field.Name}";
        var due = all.Where(row => IsDue(field, row)).ToList();
        return
        [
            .. Difference($"{place}: due", due.Count, group.Due),
            .. Difference($"{place}: in rows that stay", due.Count(row => !rows.Goes(row)), group.InRowsThatStay),
            .. Difference($"{place}: by year", Counted(due.Select(row => YearOf(field, row))), Listed(group.DueByYear.Select(year => (year.OrEarlier ? $"..{year.Year}" : $"{year.Year}", year.Rows)))),
            .. Difference($"{place}: by action", Counted(due.Select(row => $"{rows.ActionOf(field, row)}")), Listed(group.DueByAction.Select(action => ($"{action.Action}", action.Rows)))),
            .. Difference($"{place}: to archive", all.Count(row => rows.IsArchived(field, row) && (row is not Customer || rows.GoesIntoArchive(row))), group.ToArchive),
            .. Difference($"{place}: needs", Listed(rows.ActivitiesOf(field).OrderBy(activity => activity.Key).Select(activity => ($"{activity.Key}", all.LongCount(row => rows.Needs(activity.Key, field, row))))), Listed(group.Activities.Select(need => ($"{need.Activity}", need.Rows)))),
            .. Difference($"{place}: unresolved", Counted(all.SelectMany(row => rows.UnresolvedOf(field, row).Where(reason => reason is not UnresolvedReason.NothingApplies || group.Fields.Any(path => row.GetType().GetProperty(path.ToString())!.GetValue(row) is not null))).Select(reason => $"{reason}")), Listed(group.Unresolved.Select(unresolved => ($"{unresolved.Reason}", unresolved.Rows)))),
            .. Difference($"{place}: examples", Math.Min(5, due.Count), group.Examples.Select(key => (int)key.Single()!).Distinct().Count(key => due.Any(row => KeyOf(row) == key))),
        ];
    }

    private bool IsDue(DefinedField field, object row) => rows.IsDue(field, row) && IsLeft(field, row);

    /// <summary>Whether a row still holds something of what becomes due together with a field: what is emptied can be gone already, and what is replaced can be a dash or the first day of 1900.</summary>
    private bool IsLeft(DefinedField field, object row, DisposalPlan? by = null)
    {
        var fields = (by ?? plan).Entities.Single(entity => typeOf(entity.Entity.Description.Name) == field.Type)
            .Groups.Single(group => group.Fields.Any(planned => planned.ToString() == field.Name)).Fields;
        var going = fields.Where(planned => planned.Disposal is FieldDisposal.Emptied or FieldDisposal.Replaced).ToList();
        return going.Count == 0 || going.Exists(planned => row.GetType().GetProperty(planned.ToString())!.GetValue(row) is { } value
            && (planned.Disposal is FieldDisposal.Emptied || !Equals(value, value is DateOnly ? new DateOnly(1900, 1, 1) : "-")));
    }

    /// <summary>The year at whose end, or today, a field was first due; the tenth last for all before it.</summary>
    private string YearOf(DefinedField field, object row)
    {
        var retention = rows.Assess(field, row);
        var first = rows.Today.Year - 9;
        var year = first;
        while (year < rows.Today.Year && !retention.IsDueOn(new NodaTime.LocalDate(year, 12, 31)))
        {
            year++;
        }

        return year == first ? $"..{year}" : $"{year}";
    }

    private IEnumerable<DefinedField> FieldsOf(object row, SubjectId person) =>
        rows.Maps.FieldsOf(row.GetType()).Where(field => field.Whose(row).Any(owner => owner.Person == person));

    private DefinedField FieldOf(Type type, PropertyPath path) => rows.Maps.FieldsOf(type).Single(field => field.Name == path.ToString());

    private static string Written(string field, FieldRetention retention, IReadOnlyList<UnresolvedReason>? unresolved)
    {
        unresolved ??= retention.Activities.IsEmpty ? [UnresolvedReason.NothingApplies] : [.. retention.Unresolved.Select(phase => phase.Obstacle!.Reason!.Value).Distinct().Order()];
        return $"{field} {retention.FirstDeletable?.ToString("uuuu-MM-dd", null)} {retention.KeepUntil?.ToString("uuuu-MM-dd", null)} ({string.Join(' ', retention.Activities.Select(activity => activity.Activity))}) {string.Join(' ', unresolved)}";
    }

    private static int KeyOf(object row) => (int)row.GetType().GetProperty("Id")!.GetValue(row)!;

    private static string Counted(IEnumerable<string> items) => Listed(items.GroupBy(item => item).Select(same => (same.Key, (long)same.Count())));

    private static string Listed(IEnumerable<(string Name, long Rows)> counts) => string.Join(", ", counts.OrderBy(count => count.Name, StringComparer.Ordinal).Select(count => $"{count.Name}: {count.Rows}"));

    private static IEnumerable<string> Difference<T>(string what, T expected, T actual) => Equals(expected, actual) ? [] : [$"{what}: should be {expected}, is {actual}"];

    private static IEnumerable<string> Difference(string what, int expected, long actual) => Difference(what, (long)expected, actual);
}
