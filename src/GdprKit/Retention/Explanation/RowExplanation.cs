using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Asks a store what it knows of the rows of a person, and applies the rules to the answers.</summary>
internal sealed class RowExplanation
{
    private readonly PlannedEntity _entity;
    private readonly List<Part> _parts;
    private readonly List<StoreTime> _times;
    private readonly List<OwnerPath> _theirs;

    public RowExplanation(PlannedEntity entity, RowRetention retention, SubjectId subject)
    {
        _entity = entity;
        _theirs = [.. entity.Entity.Owners.Where(owner => owner.Kind == subject.Kind)];
        _parts = [.. entity.Groups.Select(group => new Part(group, retention.Of(entity, group)))];
        _times = [.. _parts.SelectMany(part => part.Events).Select(each => each.Time).Distinct()];
        Request = new RowRequest
        {
            Where = new RowCondition.BelongsTo(subject),
            Times = _times.ToValueList(),
            Conditions =
            [
                .. _parts.SelectMany(part => part.Activities.Select(part.Rules.Applies)),
                .. _theirs.Select(owner => new RowCondition.BelongsTo(subject, owner)),
            ],
        };
    }

    public RowRequest Request { get; }

    public HeldRow Explain(RowFacts row, DateTimeZone zone)
    {
        var ways = _theirs.Where((_, i) => row.Conditions[row.Conditions.Count - _theirs.Count + i]).ToList();
        var fields = new List<HeldField>();
        var answered = 0;
        foreach (var part in _parts)
        {
            var facts = new RetentionFacts
            {
                Activities = part.Activities.Where((_, i) => row.Conditions[answered + i]).ToValueList(),
                Events = part.Events.Select(each => new EventOccurrence(each.Event, each.Time.DayOf(row.Times[_times.IndexOf(each.Time)], zone))).ToValueList(),
            };
            answered += part.Activities.Count;
            fields.AddRange(part.Group.Fields
                .Select(planned => planned.Field)
                .Where(field => field.Whose.Any(ways.Contains))
                .Select(field => new HeldField(field.Property.Path, field.Category, part.Rules.Schedule.Assess(field.Category, facts))));
        }

        return new HeldRow(_entity.Store, row.Entity, row.Key, fields.OrderBy(held => held.Property).ToValueList());
    }

    /// <summary>A group of fields with what its rules ask of a row.</summary>
    private sealed record Part(FieldGroup Group, GroupRetention Rules)
    {
        public List<Key<ProcessingActivity>> Activities { get; } = [.. Group.Activities.Select(activity => activity.Activity.Key)];

        public IReadOnlyList<StoreEvent> Events => Rules.Times.Dated;
    }
}
