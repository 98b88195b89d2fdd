using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Counts what a sweep would do to one entity.</summary>
internal sealed class PreviewCounting(IPersonalDataStore store, PlannedEntity entity, RowRetention retention, LocalDate today, Func<PlannedEntity, RowChange, RowCondition> keeps)
{
    // Years before these are told together.
    private const int Years = 10;

    private const int ExamplesPerGroup = 5;

    /// <summary>The statements by which it is counted, so that a store can say beforehand what would make them faster.</summary>
    public ValueList<RowRequest> Requests => entity.Groups.Select(group => retention.Due(entity, group)).Append(retention.RowGoes(entity))
        .Where(rows => rows != RowCondition.Never)
        .Select(rows => new RowRequest { Where = rows })
        .Prepend(new RowRequest { Conditions = entity.Groups.SelectMany(group => Overview(group, retention.Of(entity, group), today)).Select(each => each.Rows).ToValueList() })
        .Distinct().ToValueList();

    public async ValueTask<EntityPreview> CountAsync(CancellationToken cancellationToken)
    {
        var overviews = entity.Groups.Select(group => Overview(group, retention.Of(entity, group), today).ToList()).ToList();
        var counts = await store.CountInPartsAsync(entity.Entity, RowCondition.Always, overviews.SelectMany(each => each).Select(each => each.Rows).ToValueList(), cancellationToken).ConfigureAwait(false);
        var groups = new List<GroupPreview>();
        var read = 1;
        for (var i = 0; i < entity.Groups.Count; i++)
        {
            groups.Add(await CountAsync(entity.Groups[i], overviews[i], counts.Skip(read).Take(overviews[i].Count).ToList(), cancellationToken).ConfigureAwait(false));
            read += overviews[i].Count;
        }

        var going = await CountIfAnyAsync(retention.RowGoes(entity), [keeps(entity, new RowChange.Delete())], cancellationToken).ConfigureAwait(false);
        return new EntityPreview
        {
            Store = entity.Store,
            Entity = entity.Entity.Description.Name,
            Rows = counts[0],
            RowsToGo = going[0],
            RowsOnHold = going[1],
            RowsIntoArchive = (await CountIfAnyAsync(retention.IntoArchive(entity), [], cancellationToken).ConfigureAwait(false))[0],
            RowsOutOfArchive = (await CountIfAnyAsync(retention.OutOfArchive(entity), [], cancellationToken).ConfigureAwait(false))[0],
            Groups = groups.ToValueList(),
        };
    }

    private async ValueTask<GroupPreview> CountAsync(FieldGroup group, List<Question> overview, List<long> counts, CancellationToken cancellationToken)
    {
        var rules = retention.Of(entity, group);
        var due = rules.Due(today);
        var years = Enumerable.Range(today.Year - Years + 1, Years - 1).ToList();
        var actions = group.Activities.Select(activity => activity.Then).Distinct().Order().ToList();
        var counted = await CountIfAnyAsync(
            due,
            [RowCondition.Not(retention.RowGoes(entity)), keeps(entity, new RowChange.Empty(Paths(group))), .. years.Select(year => rules.Due(new LocalDate(year, 12, 31))), .. actions.Count > 1 ? actions.Select(action => rules.DueWith(action, today)) : []],
            cancellationToken).ConfigureAwait(false);
        var byAction = actions.Count == 1 ? [counted[0]] : counted.Skip(3 + years.Count);
        var answers = overview.Zip(counts).ToList();
        return new GroupPreview
        {
            Fields = Paths(group),
            Categories = group.Categories,
            Due = counted[0],
            InRowsThatStay = counted[1],
            OnHold = counted[2],
            DueByYear = ByYear([.. counted.Skip(3).Take(years.Count), counted[0]], [.. years, today.Year]).ToValueList(),
            DueByAction = actions.Zip(byAction, (action, rows) => new DueAction(action, rows)).Where(each => each.Rows > 0).ToValueList(),
            ToArchive = answers.Where(each => each.First is Question.Archive).Sum(each => each.Second),
            Activities = answers.Where(each => each.First is Question.Need).Select(each => Need(((Question.Need)each.First).Activity, each.Second)).ToValueList(),
            Unresolved = answers.Where(each => each.First is Question.Unresolved && each.Second > 0)
                .Select(each => new UnresolvedRows(((Question.Unresolved)each.First).Reason, each.Second)).ToValueList(),
            Examples = counted[0] == 0 ? [] : await ExamplesAsync(due, cancellationToken).ConfigureAwait(false),
        };
    }

    private static ValueList<PropertyPath> Paths(FieldGroup group) => group.Fields.Select(planned => planned.Field.Property.Path).ToValueList();

    private static ActivityNeed Need(PlannedActivity planned, long rows) => new(planned.Activity.Key, planned.Rules.Select(rule => rule.Key).ToValueList(), rows);

    private static IEnumerable<DueInYear> ByYear(long[] throughYear, int[] years) => years
        .Select((year, i) => new DueInYear(year, OrEarlier: i == 0, i == 0 ? throughYear[0] : throughYear[i] - throughYear[i - 1]))
        .Where(year => year.Rows > 0);

    private IEnumerable<Question> Overview(FieldGroup group, GroupRetention rules, LocalDate today) =>
    [
        .. group.Activities.Select(activity => new Question.Need(activity, rules.NeededBy(activity.Activity.Key, today))),
        .. rules.Unresolved().Select(each => new Question.Unresolved(each.Reason, each.Rows)),
        new Question.Archive(RowCondition.All(rules.ToArchive(today), entity.Entity.Archive is null ? RowCondition.Always : retention.IntoArchive(entity))),
    ];

    private async ValueTask<ValueList<long>> CountIfAnyAsync(RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken) => where == RowCondition.Never
        ? new long[each.Count + 1].ToValueList()
        : await store.CountInPartsAsync(entity.Entity, where, each, cancellationToken).ConfigureAwait(false);

    private async ValueTask<ValueList<ValueList<object?>>> ExamplesAsync(RowCondition due, CancellationToken cancellationToken)
    {
        var keys = new List<ValueList<object?>>();
        var request = new RowRequest { Where = due, Limit = ExamplesPerGroup };
        await foreach (var row in store.ReadAsync(entity.Entity, request, cancellationToken).ConfigureAwait(false))
        {
            keys.Add(row.Key);
        }

        return keys.ToValueList();
    }

    /// <summary>Something that is counted among all rows, in one look.</summary>
    private abstract record Question(RowCondition Rows)
    {
        public sealed record Need(PlannedActivity Activity, RowCondition Rows) : Question(Rows);

        public sealed record Unresolved(UnresolvedReason Reason, RowCondition Rows) : Question(Rows);

        public sealed record Archive(RowCondition Rows) : Question(Rows);
    }
}
