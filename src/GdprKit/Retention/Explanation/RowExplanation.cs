using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Asks a store what it knows of the rows of a person, and applies the rules to the answers and to what the ledger says.</summary>
internal sealed class RowExplanation
{
    private readonly PlannedEntity _entity;
    private readonly PersonStanding _standing;
    private readonly ProcessingRegister _register;
    private readonly LocalDate _yesterday;
    private readonly List<Part> _parts;
    private readonly List<StoreTime> _times;
    private readonly List<OwnerPath> _theirs;
    private readonly List<RowCondition> _kept;

    public RowExplanation(PlannedEntity entity, StoreMap store, RowRetention retention, SubjectId subject, PersonStanding standing)
    {
        (_entity, _standing, _register, _yesterday) = (entity, standing, retention.Plan.Register, retention.Day.PlusDays(-1));
        _theirs = [.. entity.Entity.Owners.Where(owner => owner.Kind == subject.Kind)];
        _parts = [.. entity.Groups.Select(group => new Part(
            group, retention.Of(entity, group), standing.SuspensionsOf(store, entity.Entity, group.Fields.Select(planned => planned.Field.Property.Path).ToValueList(), Zone)))];
        _times = [.. _parts.SelectMany(part => part.Events).Select(each => each.Time).Distinct()];
        _kept = [.. _parts.SelectMany(part => part.Suspensions.Select(each => each.Rows)).Where(rows => rows != RowCondition.Always).Distinct()];
        Request = new RowRequest
        {
            Where = new RowCondition.BelongsTo(subject),
            Times = _times.ToValueList(),
            Conditions =
            [
                .. _theirs.Select(owner => new RowCondition.BelongsTo(subject, owner)),
                .. _parts.SelectMany(part => part.Activities.Select(part.Rules.Applies)),
                .. _kept,
                .. IsOnlyTheirs ? [] : _parts.SelectMany(part => part.Activities.SelectMany(activity => OfAll(part, activity))),
            ],
        };
    }

    public RowRequest Request { get; }

    private DateTimeZone Zone => _register.Controller.TimeZone;

    // Of whose rows the person is the only one, the ledger said with dates what a store could only say yes or no to.
    private bool IsOnlyTheirs => _entity.Entity.Owners.Count == 1;

    public HeldRow Explain(RowFacts row)
    {
        var answers = new Queue<bool>(row.Conditions);
        var ways = _theirs.Where(_ => answers.Dequeue()).ToList();
        var applying = _parts.ConvertAll(part => part.Activities.FindAll(_ => answers.Dequeue()));
        var kept = _kept.FindAll(_ => answers.Dequeue());
        var fields = new List<HeldField>();
        foreach (var (part, activities) in _parts.Zip(applying))
        {
            var (consents, objections) = Ends(part, answers);
            var facts = new RetentionFacts
            {
                Activities = activities.ToValueList(),
                Events = part.Events.Select(each => new EventOccurrence(each.Event, each.Time.DayOf(row.Times[_times.IndexOf(each.Time)], Zone))).ToValueList(),
                Consents = consents,
                Objections = objections,
                Suspensions = part.Suspensions.Where(each => each.Rows == RowCondition.Always || kept.Contains(each.Rows)).Select(each => each.Suspension).Distinct().ToValueList(),
            };
            fields.AddRange(part.Group.Fields
                .Select(planned => planned.Field)
                .Where(field => field.Whose.Any(ways.Contains))
                .Select(field => new HeldField(field.Property.Path, field.Category, part.Rules.Schedule.Assess(field.Category, facts))));
        }

        return new HeldRow(_entity.Store, row.Entity, row.Key, fields.OrderBy(held => held.Property).ToValueList());
    }

    // A field about several people is kept for the last of them. Of the others no dates are read here, so that an end is that of yesterday at the latest.
    private IEnumerable<RowCondition> OfAll(Part part, Key<ProcessingActivity> activity) =>
    [
        part.Rules.People.ConsentUnknown(activity),
        part.Rules.People.ConsentEnded(activity, _yesterday),
        part.Rules.People.ObjectionUpheld(activity, _yesterday),
    ];

    private (ValueList<ConsentStanding> Consents, ValueList<UpheldObjection> Objections) Ends(Part part, Queue<bool> answers)
    {
        var (consents, objections) = (new List<ConsentStanding>(), new List<UpheldObjection>());
        foreach (var key in part.Activities)
        {
            var activity = _register.Activities[key];
            var own = part.Rules.People.About(key).FirstOrDefault(_theirs.Contains);
            var (consent, objection) = own is null ? (null, null) : (_standing.ConsentTo(own, activity, Zone), _standing.ObjectionTo(own, activity, Zone));
            if (!IsOnlyTheirs)
            {
                var (isUnknown, isOver, isObjected) = (answers.Dequeue(), answers.Dequeue(), answers.Dequeue());
                consent = isUnknown ? null : new ConsentStanding(key, isOver ? consent?.EndedOn ?? _yesterday : null);
                objection = isObjected ? objection ?? new UpheldObjection(key, _yesterday) : null;
            }

            consents.AddRange(consent is null ? [] : [consent]);
            objections.AddRange(objection is null ? [] : [objection]);
        }

        return (consents.ToValueList(), objections.ToValueList());
    }

    /// <summary>A group of fields with what its rules ask of a row, and what keeps them in which rows.</summary>
    private sealed record Part(FieldGroup Group, GroupRetention Rules, ValueList<(RowCondition Rows, RetentionSuspension Suspension)> Suspensions)
    {
        public List<Key<ProcessingActivity>> Activities { get; } = [.. Group.Activities.Select(activity => activity.Activity.Key)];

        public IReadOnlyList<StoreEvent> Events => Rules.Times.Dated;
    }
}
