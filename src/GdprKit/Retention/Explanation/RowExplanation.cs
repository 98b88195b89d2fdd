using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Asks a store what it knows of the rows of a person, and applies the rules to the answers.</summary>
internal sealed class RowExplanation
{
    private readonly ProcessingRegister _register;
    private readonly PlannedEntity _entity;
    private readonly RetentionSchedule _schedule;
    private readonly List<(Key<RetentionEvent> Event, StoreTime Time)> _times;
    private readonly List<(FieldGroup Group, Key<ProcessingActivity> Activity)> _applies;
    private readonly List<OwnerPath> _theirs;

    public RowExplanation(ProcessingRegister register, PlannedEntity entity, RowRetention retention, SubjectId subject)
    {
        (_register, _entity, _schedule) = (register, entity, new RetentionSchedule(register));
        var times = new EventTimes(entity.Entity, register);
        _times = [.. times.Known.Select(happened => (happened, times.Of(happened)!))];
        _applies = [.. entity.Groups.SelectMany(group => group.Activities.Select(activity => (group, activity.Activity.Key)))];
        _theirs = [.. entity.Entity.Owners.Where(owner => owner.Kind == subject.Kind)];
        Request = new RowRequest
        {
            Where = new RowCondition.BelongsTo(subject),
            Times = _times.Select(each => each.Time).ToValueList(),
            Conditions =
            [
                .. _applies.Select(each => retention.Applies(entity, each.Group, each.Activity)),
                .. _theirs.Select(owner => new RowCondition.BelongsTo(subject, owner)),
            ],
        };
    }

    public RowRequest Request { get; }

    public HeldRow Explain(RowFacts row)
    {
        var zone = _register.Controller.TimeZone;
        var events = _times.Select((each, i) => new EventOccurrence(each.Event, each.Time.DayOf(row.Times[i], zone))).ToValueList();
        var ways = _theirs.Where((_, i) => row.Conditions[_applies.Count + i]).ToList();
        var fields = _entity.Groups
            .SelectMany(group => group.Fields.Select(planned => (Group: group, planned.Field)))
            .Where(each => each.Field.Whose.Any(ways.Contains))
            .OrderBy(each => each.Field.Property.Path)
            .Select(each => Explain(each.Group, each.Field));
        return new HeldRow(_entity.Store, row.Entity, row.Key, fields.ToValueList());

        HeldField Explain(FieldGroup group, StoreField field) => new(field.Property.Path, field.Category, _schedule.Assess(field.Category, new RetentionFacts
        {
            Activities = _applies.Where((each, i) => each.Group == group && row.Conditions[i]).Select(each => each.Activity).ToValueList(),
            Events = events,
        }));
    }
}
