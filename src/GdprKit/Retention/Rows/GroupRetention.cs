using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>What the rules say about the fields of one group, as conditions on the rows that hold them.</summary>
internal sealed class GroupRetention
{
    private readonly ProcessingRegister _register;
    private readonly StoreEntity _entity;
    private readonly FieldGroup _group;
    private readonly RowTranslation _translation;
    private readonly ErasureScope? _erasure;

    public GroupRetention(ProcessingRegister register, PlannedEntity entity, FieldGroup group, LedgerReach reach, ErasureScope? erasure = null)
    {
        (_register, _entity, _group, _erasure) = (register, entity.Entity, group, erasure);
        Times = new EventTimes(entity.Entity, group);
        Schedule = new RetentionSchedule(register).Knowing(KnownEvents.Where(happened => Times.Of(happened) is not null));
        People = new PeopleConditions(register, group.Whose, entity, reach);
        _translation = new RowTranslation(Times, People, Applies, register.Controller.TimeZone);
    }

    /// <summary>Where the rows say when something happened.</summary>
    public EventTimes Times { get; }

    /// <summary>What the ledger says of the people whose the rows are.</summary>
    public PeopleConditions People { get; }

    /// <summary>The rules, with what the rows can say of events.</summary>
    public RetentionSchedule Schedule { get; }

    // What goes with its row only says nothing about what is left to do, and what nothing can replace is there before and after.
    private RowCondition HoldsSomething => _group.Changing.IsEmpty || _group.Irreplaceable.Any() ? RowCondition.Always : _group.Change.Holding;

    // A field that cannot be empty holds something in every row.
    private RowCondition HoldsAnything => _group.Fields.Any(planned => !planned.Field.Property.IsNullable)
        ? RowCondition.Always
        : new RowCondition.Holds(_group.Fields.Select(planned => planned.Field.Property.Path).ToValueList());

    // Fields of one group are under the same rules, whatever they hold.
    private Key<DataCategory> Category => _group.Categories[0];

    /// <summary>The rows whose fields nothing needs any more on a day, or nothing that stands against an erasure; whether they still hold something or not.</summary>
    public RowCondition Released(LocalDate day) => _erasure is { } erasure ? Erasable(erasure, day)
        : _group.Activities.IsEmpty ? RowCondition.Never
        : _translation.Of(Schedule.DueOn(Category, day));

    /// <summary>Of the rows whose fields nothing needs any more, those that still hold something there.</summary>
    public RowCondition Due(LocalDate day) => RowCondition.All(Released(day), HoldsSomething);

    /// <summary>The rows that hold something there which is not due, or of which nobody knows.</summary>
    public RowCondition NotDue(LocalDate day) => RowCondition.All(HoldsSomething, RowCondition.Not(Released(day)));

    /// <summary>Of the rows that are due, those with which an action is done: what the activities that apply say, and of several what leaves most standing.</summary>
    public RowCondition DueWith(DisposalAction action, LocalDate day) => RowCondition.All(Due(day), Ending(action));

    /// <summary>The rows that go, for the sake of these fields: nothing needs them any more, and what needed them lets the whole row go.</summary>
    public RowCondition RowGoes(LocalDate day) => RowCondition.All(Released(day), _erasure is null ? Ending(DisposalAction.Delete) : RowCondition.Any(Ending(DisposalAction.Delete), NothingApplies));

    /// <summary>The rows in which nothing of these fields stands, and to which nothing that could need them applies: they keep no row.</summary>
    public RowCondition NothingIsThere => RowCondition.All(NothingApplies, RowCondition.Not(HoldsAnything));

    /// <summary>The rows whose fields leave daily use, and do not go yet.</summary>
    public RowCondition ToArchive(LocalDate day) => _group.Activities.Any(activity => activity.Archives)
        ? RowCondition.All(_translation.Of(Schedule.OutOfDailyUseOn(Category, day)), RowCondition.Not(Released(day)))
        : RowCondition.Never;

    /// <summary>The rows whose fields are known to be needed in daily use.</summary>
    public RowCondition InDailyUse(LocalDate day) => RowCondition.Not(RowCondition.Any(
        [Released(day), ToArchive(day), NothingIsThere, .. Unresolved().Select(each => each.Rows)]));

    /// <summary>The rows that an activity still needs, for itself.</summary>
    public RowCondition NeededBy(Key<ProcessingActivity> activity, LocalDate day) =>
        RowCondition.All(Applies(activity), RowCondition.Not(_translation.Of(Schedule.ReleasedBy(activity, Category, day))));

    /// <summary>The rows that somebody must look at, by reason.</summary>
    public IEnumerable<(UnresolvedReason Reason, RowCondition Rows)> Unresolved() => _group.Activities.IsEmpty
        ? [(UnresolvedReason.NothingApplies, HoldsAnything)]
        : Schedule.Unresolved(Category)
            .Select(items => (items.Reason, Rows: RowCondition.All(_translation.Of(items.Items), items.Reason is UnresolvedReason.NothingApplies ? HoldsAnything : RowCondition.Always)))
            .Where(items => items.Rows != RowCondition.Never);

    /// <summary>
    /// Whether an activity is about a row. What is about all people a row can belong to is about it even when it does not say whose it
    /// is. Else nobody knows what applies to a row that is nobody's: nothing does, so that it is kept and reported.
    /// </summary>
    public RowCondition Applies(Key<ProcessingActivity> activity)
    {
        var people = _register.Activities[activity].People;
        var about = _group.Whose.Where(owner => people.Contains(owner.Kind)).ToList();
        var isAbout = about.Count == _group.Whose.Count && about.TrueForAll(owner => owner.Condition is null)
            ? RowCondition.Always
            : RowCondition.Any(about.Select(owner => new RowCondition.HasOwner(owner)));
        var scope = _entity.Scopes.FirstOrDefault(scope => scope.Activity == activity);
        return scope is null ? isAbout : RowCondition.All(isAbout, scope.Condition is { } condition ? new RowCondition.Meets(condition) : People.Asked(activity));
    }

    private RowCondition NothingApplies => RowCondition.All(_group.Activities.Select(activity => RowCondition.Not(Applies(activity.Activity.Key))));

    private RowCondition Erasable(ErasureScope erasure, LocalDate day) => erasure.IsOf(_group.Whose) is var theirs && theirs == RowCondition.Never ? theirs : RowCondition.All(
    [
        theirs,
        erasure.WasThere(_entity, _register.Controller.TimeZone),
        .. from activity in _group.Activities
           let over = Schedule.DemandOverOn(activity.Activity.Key, Category, day)
           where over is not null
           select RowCondition.Any(RowCondition.Not(Applies(activity.Activity.Key)), _translation.Of(over)),
    ]);

    private RowCondition Ending(DisposalAction action)
    {
        if (_group.Activities.Select(activity => activity.Then).Distinct().ToList() is [var only])
        {
            return only == action ? RowCondition.Always : RowCondition.Never;
        }

        var more = _group.Activities.Where(activity => DisposalActions.LeavesMore(activity.Then, action));
        var same = _group.Activities.Where(activity => activity.Then == action);
        return RowCondition.All(
            RowCondition.Any(same.Select(activity => Applies(activity.Activity.Key))),
            RowCondition.Not(RowCondition.Any(more.Select(activity => Applies(activity.Activity.Key)))));
    }
}
