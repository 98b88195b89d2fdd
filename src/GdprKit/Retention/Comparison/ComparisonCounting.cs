using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Counts, for an entity, which fields two registers make due, and which rows go.</summary>
internal sealed class ComparisonCounting(RowRetention current, RowRetention proposed)
{
    public async ValueTask<IEnumerable<FieldComparison>> CountFieldsAsync(IPersonalDataStore store, PlannedEntity entity, CancellationToken cancellationToken)
    {
        var other = Proposed(entity);
        var compared = new List<FieldComparison>();
        foreach (var fields in Pairs(entity, other))
        {
            var (due, then) = (current.Due(entity, fields.Key.Group), proposed.Due(other, fields.Key.Other));
            if (await CountAsync(store, entity, due, then, cancellationToken).ConfigureAwait(false) is [_, var now, var later, var newly, var noLonger])
            {
                compared.Add(new FieldComparison(entity.Store, entity.Entity.Description.Name, fields.ToValueList(), now, later, newly, noLonger));
            }
        }

        return compared;
    }

    public async ValueTask<RowComparison?> CountRowsAsync(IPersonalDataStore store, PlannedEntity entity, CancellationToken cancellationToken) =>
        await CountAsync(store, entity, current.RowGoes(entity), proposed.RowGoes(Proposed(entity)), cancellationToken).ConfigureAwait(false) is [_, var now, var then, var newly, var noLonger]
            ? new RowComparison(entity.Store, entity.Entity.Description.Name, now, then, newly, noLonger)
            : null;

    private PlannedEntity Proposed(PlannedEntity entity) =>
        proposed.Plan.Entities.First(each => each.Store == entity.Store && each.Entity.Description.Name == entity.Entity.Description.Name);

    /// <summary>Rows of which one or the other is so; of these, of which each is so, and of which only the second and only the first. Nothing when there are none.</summary>
    private static async ValueTask<ValueList<long>> CountAsync(
        IPersonalDataStore store, PlannedEntity entity, RowCondition now, RowCondition then, CancellationToken cancellationToken)
    {
        var either = RowCondition.Any(now, then);
        if (either == RowCondition.Never)
        {
            return [];
        }

        var counts = await store.CountAsync(entity.Entity, either, [now, then, RowCondition.Not(now), RowCondition.Not(then)], cancellationToken).ConfigureAwait(false);
        return counts[0] > 0 ? counts : [];
    }

    /// <summary>The fields that stand in one group now and in one group then.</summary>
    private static IEnumerable<IGrouping<(FieldGroup Group, FieldGroup Other), PropertyPath>> Pairs(PlannedEntity entity, PlannedEntity other) =>
        from fields in entity.Groups
        from planned in fields.Fields
        let path = planned.Field.Property.Path
        let then = other.Groups.First(each => each.Fields.Any(same => same.Field.Property.Path == path))
        group path by (Group: fields, Other: then);
}
