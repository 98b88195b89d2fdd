using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Puts the fields of an entity together that become due together.</summary>
internal sealed class FieldGrouping(ProcessingRegister register, RetentionSchedule schedule)
{
    public ValueList<FieldGroup> Of(StoreEntity entity) => entity.Fields
        .Select(field => (Field: field, Activities: ActivitiesOf(field)))
        .GroupBy(each => (each.Field.Whose, Rules: each.Activities.SelectMany(activity => RulesOf(activity, each.Field)).ToValueList()))
        .Select(same => new FieldGroup
        {
            Fields = same.Select(each => Plan(entity, each.Field, each.Activities)).ToValueList(),
            Activities = same.First().Activities.Select(activity => Plan(activity, same.First().Field.Category)).ToValueList(),
        })
        .ToValueList();

    private ValueList<ProcessingActivity> ActivitiesOf(StoreField field) => register.Activities
        .Where(activity => activity.Categories.Contains(field.Category) && field.Whose.Any(owner => activity.People.Contains(owner.Kind)))
        .OrderBy(activity => activity.Key)
        .ToValueList();

    private IEnumerable<(Key<ProcessingActivity> Activity, Key<RetentionRule> Rule)> RulesOf(ProcessingActivity activity, StoreField field) =>
        schedule.RulesAbout(activity, field.Category).Select(rule => (activity.Key, rule));

    private static PlannedActivity Plan(ProcessingActivity activity, Key<DataCategory> category)
    {
        var rules = ActivityRules.Of(activity, category);
        return new PlannedActivity(activity, [.. rules.Archiving.SelectMany(phase => phase), .. rules.Ending], DisposalActions.Of(rules.Ending));
    }

    private static PlannedField Plan(StoreEntity entity, StoreField field, ValueList<ProcessingActivity> activities)
    {
        var isAnonymised = activities.Any(activity => ActivityRules.Of(activity, field.Category).Ending.Any(rule => rule.Then is DisposalAction.Anonymise));
        return new PlannedField(
            field,
            HoldsRowTogether(entity, field.Property) ? FieldDisposal.WithRow
            : field.Property.IsNullable && (!isAnonymised || field.Property.IsForeignKey) ? FieldDisposal.Emptied
            : FieldDisposal.Replaced);
    }

    // Without its key a row is not found again, without what leads to its owner nobody knows whose it is, and what must refer to a row
    // can refer to nothing else.
    private static bool HoldsRowTogether(StoreEntity entity, PropertyDescription property) =>
        entity.Description.Key.Contains(property.Path)
        || entity.Owners.Any(owner => LeadingTo(owner).Contains(property.Path))
        || property is { IsForeignKey: true, IsNullable: false };

    private static ValueList<PropertyPath> LeadingTo(OwnerPath owner) => owner.Steps.IsEmpty ? owner.Key : owner.Steps[0].From;
}
