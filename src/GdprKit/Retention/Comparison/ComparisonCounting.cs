using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Counts, for the fields of an entity, what two registers make due.</summary>
internal sealed class ComparisonCounting(DisposalPlan current, DisposalPlan proposed, LocalDate today)
{
    private readonly RowRetention _now = new(current, today);

    private readonly RowRetention _then = new(proposed, today);

    public async ValueTask<IEnumerable<FieldComparison>> CountAsync(IPersonalDataStore store, PlannedEntity entity, CancellationToken cancellationToken)
    {
        var other = proposed.Entities.First(each => each.Store == entity.Store && each.Entity.Description.Name == entity.Entity.Description.Name);
        var compared = new List<FieldComparison>();
        foreach (var fields in Pairs(entity, other))
        {
            var (due, then) = (_now.Due(entity, fields.Key.Group), _then.Due(other, fields.Key.Other));
            if (RowCondition.Any(due, then) == RowCondition.Never)
            {
                continue;
            }

            var counts = await store.CountAsync(entity.Entity, RowCondition.Any(due, then), [due, then, RowCondition.Not(due), RowCondition.Not(then)], cancellationToken).ConfigureAwait(false);
            if (counts[0] > 0)
            {
                compared.Add(new FieldComparison(entity.Store, entity.Entity.Description.Name, fields.ToValueList(), counts[1], counts[2], counts[3], counts[4]));
            }
        }

        return compared;
    }

    /// <summary>The fields that stand in one group now and in one group then.</summary>
    private static IEnumerable<IGrouping<(FieldGroup Group, FieldGroup Other), PropertyPath>> Pairs(PlannedEntity entity, PlannedEntity other) =>
        from fields in entity.Groups
        from planned in fields.Fields
        let path = planned.Field.Property.Path
        let then = other.Groups.First(each => each.Fields.Any(same => same.Field.Property.Path == path))
        group path by (Group: fields, Other: then);
}
