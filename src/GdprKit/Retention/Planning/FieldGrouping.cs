using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Puts the fields of an entity together that become due together.</summary>
internal sealed class FieldGrouping(ProcessingRegister register, RetentionSchedule schedule, ReadByMaps read)
{
    // Hundreds of entities hold a handful of categories of a few kinds of people.
    private readonly Dictionary<Kind, Need> _needs = [];

    public ValueList<FieldGroup> Of(StoreEntity entity) => entity.Fields
        .Select(field => new NeededField(field, NeedOf(field)))
        .GroupBy(each => new Fate(each.Field.Whose, each.Need.Rules))
        .Select(same => new FieldGroup
        {
            Fields = same.Select(each => Plan(entity, each.Field, each.Need)).ToValueList(),
            Activities = same.First().Need.Activities,
        })
        .ToValueList();

    private Need NeedOf(StoreField field)
    {
        var kind = new Kind(field.Category, KindsOf(field.Whose));
        if (!_needs.TryGetValue(kind, out var need))
        {
            _needs.Add(kind, need = NeedOf(kind.Category, kind.People));
        }

        return need;
    }

    // Nearly always the row is of one person.
    private static ValueList<Key<SubjectKind>> KindsOf(ValueList<OwnerPath> owners) =>
        owners.Count == 1 ? [owners[0].Kind] : owners.Select(owner => owner.Kind).Distinct().Order().ToValueList();

    private Need NeedOf(Key<DataCategory> category, ValueList<Key<SubjectKind>> people)
    {
        var activities = register.Activities
            .Where(activity => activity.Categories.Contains(category) && people.Any(activity.People.Contains))
            .InOrderOfKeys();
        return new Need(
            activities.Select(activity => Plan(activity, category)).ToValueList(),
            activities.SelectMany(activity => schedule.RulesAbout(activity, category).Select(rule => new AppliedRule(activity.Key, rule))).ToValueList(),
            activities.Any(activity => ActivityRules.Of(activity, category).Ending.Any(rule => rule.Then is DisposalAction.Anonymise)));
    }

    private static PlannedActivity Plan(ProcessingActivity activity, Key<DataCategory> category)
    {
        var rules = ActivityRules.Of(activity, category);
        return new PlannedActivity(activity, [.. rules.Archiving.SelectMany(phase => phase), .. rules.Ending], DisposalActions.Of(rules.Ending));
    }

    private PlannedField Plan(StoreEntity entity, StoreField field, Need need)
    {
        if (HoldsRowTogether(entity, field.Property))
        {
            return new PlannedField(field, FieldDisposal.WithRow);
        }

        // What nothing can replace is emptied where it can be: that says even less.
        var replacement = ReplacementChoice.Of(entity, field);
        return CanBeEmpty(entity, field.Property) && field.ReplacedBy is null && (!need.IsAnonymised || replacement is null)
            ? new PlannedField(field, FieldDisposal.Emptied)
            : new PlannedField(field, FieldDisposal.Replaced) { Replacement = replacement };
    }

    // What a row owns can be missing, and is only missing as a whole: no number in it can be without a value, and without the rest of it nobody would see the number.
    private static bool CanBeEmpty(StoreEntity entity, PropertyDescription property) => property.IsNullable
        && (property.Path.Segments.Count == 1 || property.IsCollection || !entity.Description.Properties.Any(other => HasValueAlways(other) && IsBeside(other.Path, property.Path)));

    private static bool HasValueAlways(PropertyDescription property) => property.Type.IsValueType && Nullable.GetUnderlyingType(property.Type) is null;

    private static bool IsBeside(PropertyPath other, PropertyPath property) => other.Segments.SkipLast(1).SequenceEqual(property.Segments.SkipLast(1));

    // Without its key a row is not found again, without what leads to its owner nobody knows whose it is, what must refer to a row
    // can refer to nothing else, and without the date from which a period runs nobody knows when the rest goes.
    private bool HoldsRowTogether(StoreEntity entity, PropertyDescription property) =>
        entity.Description.Key.Contains(property.Path)
        || entity.Owners.Any(owner => LeadingTo(owner).Contains(property.Path))
        || property is { IsForeignKey: true, IsNullable: false }
        || read.Contains(entity, property.Path);

    private static ValueList<PropertyPath> LeadingTo(OwnerPath owner) => owner.Steps.IsEmpty ? owner.Key : owner.Steps[0].From;

    /// <summary>What needs a category of some kinds of people.</summary>
    private sealed record Need(ValueList<PlannedActivity> Activities, ValueList<AppliedRule> Rules, bool IsAnonymised);

    private sealed record AppliedRule(Key<ProcessingActivity> Activity, Key<RetentionRule> Rule);

    private sealed record Kind(Key<DataCategory> Category, ValueList<Key<SubjectKind>> People);

    private sealed record NeededField(StoreField Field, Need Need);

    /// <summary>What fields have in common that become due together.</summary>
    private sealed record Fate(ValueList<OwnerPath> Whose, ValueList<AppliedRule> Rules);
}
