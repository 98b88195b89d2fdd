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
        return new PlannedActivity(
            activity,
            [.. rules.Archiving.SelectMany(phase => phase), .. rules.Ending],
            rules.Ending.Select(rule => rule.Then).Aggregate(DisposalActions.LeavingMost));
    }

    private static PlannedField Plan(StoreEntity entity, StoreField field, ValueList<ProcessingActivity> activities)
    {
        var isAnonymised = activities.Any(activity => ActivityRules.Of(activity, field.Category).Ending.Any(rule => rule.Then is DisposalAction.Anonymise));
        return new PlannedField(
            field,
            entity.Description.Key.Contains(field.Property.Path) ? FieldDisposal.WithRow
            : field.Property.IsNullable && !isAnonymised ? FieldDisposal.Emptied
            : FieldDisposal.Replaced);
    }
}
