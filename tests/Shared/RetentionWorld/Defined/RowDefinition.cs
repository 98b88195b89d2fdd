using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>
/// What becomes of every row, decided for each by itself and by plain words: the definition that a store's statements are held to. It
/// knows no conditions, no groups of fields and no statements.
/// </summary>
public sealed class RowDefinition(ProcessingRegister register, DefinedMaps maps, World world, LocalDate today, DefinedAnswers answers)
{
    private readonly RetentionSchedule _schedule = new(register);
    private readonly Dictionary<(object Row, string Field), FieldRetention> _assessed = [];

    public DefinedMaps Maps => maps;

    public World World => world;

    public LocalDate Today => today;

    /// <summary>Whose data are erased, so that only a law keeps them; <see langword="null"/> for what goes by its periods.</summary>
    public SubjectId? Erased { get; init; }

    public bool HasNoAnswers => answers.All.Count == 0;

    /// <summary>How long a field of a row is kept.</summary>
    public FieldRetention Assess(DefinedField field, object row)
    {
        if (!_assessed.TryGetValue((row, field.Name), out var retention))
        {
            retention = _schedule.Assess(field.Category, new RetentionFacts
            {
                Activities = ActivitiesOf(field).Where(activity => Applies(activity, field, row)).Select(activity => activity.Key).ToValueList(),
                Consents = ActivitiesOf(field).Select(activity => answers.ConsentOf(PeopleOf(activity, field, row), activity.Key)).OfType<ConsentStanding>().ToValueList(),
                Objections = ActivitiesOf(field).Select(activity => answers.ObjectionOf(PeopleOf(activity, field, row), activity.Key)).OfType<UpheldObjection>().ToValueList(),
                Events = WorldKeys.Events.Select(happened => new EventOccurrence(happened, DayOf(happened, field, row))).ToValueList(),
            });
            _assessed.Add((row, field.Name), retention);
        }

        return retention;
    }

    /// <summary>The activities that can need a field.</summary>
    public IEnumerable<ProcessingActivity> ActivitiesOf(DefinedField field) => register.Activities
        .Where(activity => activity.Categories.Contains(field.Category) && activity.People.Any(kind => KindsOf(field).Contains(kind)));

    public bool IsDue(DefinedField field, object row) => Erased is null ? Assess(field, row).IsDueOn(today)
        : field.Whose(row).Select(owner => owner.Person).OfType<SubjectId>().ToList() is { Count: > 0 } people
            && people.TrueForAll(person => person == Erased)
            && Assess(field, row).BarToErasure(today) is null;

    /// <summary>What is done with a field that is due: what leaves most standing of what the activities say.</summary>
    public DisposalAction ActionOf(DefinedField field, object row)
    {
        DisposalAction[] mildest = [DisposalAction.Anonymise, DisposalAction.Blank];
        var actions = Assess(field, row).Activities
            .SelectMany(activity => RulesOf(register.Activities[activity.Activity], field.Category))
            .Select(rule => rule.Then)
            .ToList();
        return mildest.FirstOrDefault(actions.Contains, DisposalAction.Delete);
    }

    public bool IsArchived(DefinedField field, object row) => Assess(field, row).IsOutOfDailyUseOn(today) && !IsDue(field, row);

    /// <summary>Whether a row leaves daily use as a whole, and does not say so yet.</summary>
    public bool GoesIntoArchive(object row) => row is Customer { IsArchived: false } && FieldsOf(row) is var fields
        && fields.Exists(field => IsArchived(field, row))
        && fields.TrueForAll(field => IsArchived(field, row) || IsDue(field, row) || IsNothing(field, row));

    /// <summary>Whether an archived row holds something that is known to be needed in daily use.</summary>
    public bool ComesOutOfArchive(object row) => row is Customer { IsArchived: true } && FieldsOf(row).Exists(field =>
        !IsArchived(field, row) && !IsDue(field, row) && !IsNothing(field, row) && UnresolvedOf(field, row).Count == 0);

    private List<DefinedField> FieldsOf(object row) => [.. maps.FieldsOf(row.GetType())];

    /// <summary>Whether an activity needs a field after the sweep of today; an unknown end counts as a need.</summary>
    public bool Needs(Key<ProcessingActivity> activity, DefinedField field, object row) =>
        Assess(field, row).Activities.FirstOrDefault(each => each.Activity == activity) is { } applying && applying.Phases.Any(phase => !phase.IsDueOn(today));

    /// <summary>Why nobody knows when a field of a row goes.</summary>
    public IReadOnlyList<UnresolvedReason> UnresolvedOf(DefinedField field, object row)
    {
        var retention = Assess(field, row);
        return retention.Activities.IsEmpty
            ? [UnresolvedReason.NothingApplies]
            : [.. retention.Unresolved.Select(phase => ReasonOf(phase, field, row)).Distinct().Order()];
    }

    /// <summary>Whether a row goes whole.</summary>
    public bool Goes(object row) => maps.IsMapped(row.GetType()) && !IsHeld(row) && (maps.FieldsOf(row.GetType()).ToList() is { Count: > 0 } fields
        ? fields.TrueForAll(field => LetsRowGo(field, row) || IsNothing(field, row)) && fields.Exists(field => LetsRowGo(field, row))
        : OwnersRowsOf(row).Any(owner => owner is not null && maps.IsMapped(owner.GetType()) && Goes(owner)));

    public bool LetsRowGo(DefinedField field, object row) => IsDue(field, row) && (ActionOf(field, row) is DisposalAction.Delete || Assess(field, row).Activities.IsEmpty);

    /// <summary>Whether nothing stands there, and nothing that could need it applies.</summary>
    public bool IsNothing(DefinedField field, object row) => row.GetType().GetProperty(field.Name)!.GetValue(row) is null && Assess(field, row).Activities.IsEmpty;

    /// <summary>The row to which a row without anything of its own belongs.</summary>
    private static object?[] OwnersRowsOf(object row) => row switch
    {
        Order order => [order.Customer],
        OrderLine line => [line.Order],
        Note note => [note.Author, note.Reader],
        _ => [],
    };

    /// <summary>Whether a row that stays refers to a row, in a way that cannot be emptied.</summary>
    private bool IsHeld(object row) => row switch
    {
        Customer customer => world.Customers.Exists(other => other != customer && other.Mentor == customer)
            || world.Orders.Exists(order => order.Customer == customer && Holds(order, ifUnmapped: true))
            || world.Notes.Exists(note => (note.Author == customer || note.Reader == customer) && Holds(note, ifUnmapped: false)),
        Order order => world.Flags.Exists(flag => flag.Order == order)
            || world.Lines.Exists(line => line.Order == order && Holds(line, ifUnmapped: false)),
        _ => false,
    };

    private bool Holds(object dependent, bool ifUnmapped) => maps.IsMapped(dependent.GetType())
        ? maps.FieldsOf(dependent.GetType()).Any() ? !Goes(dependent) : IsHeld(dependent)
        : ifUnmapped;

    private bool Applies(ProcessingActivity activity, DefinedField field, object row)
    {
        var whose = field.Whose(row);
        var isAboutAll = whose.All(owner => owner.IsCertain && activity.People.Contains(owner.Kind));
        var isAboutOne = whose.Any(owner => owner.Person is not null && activity.People.Contains(owner.Kind));
        return (isAboutAll || isAboutOne) && maps.IsInScope(activity.Key, row);
    }

    private static List<SubjectId> PeopleOf(ProcessingActivity activity, DefinedField field, object row) =>
        [.. field.Whose(row).Where(owner => activity.People.Contains(owner.Kind)).Select(owner => owner.Person).OfType<SubjectId>()];

    private IEnumerable<Key<SubjectKind>> KindsOf(DefinedField field) => field.Whose(Sample(field.Type)).Select(owner => owner.Kind);

    // Whatever nobody dates may happen as late as can be.
    private LocalDate? DayOf(Key<RetentionEvent> happened, DefinedField field, object row) =>
        maps.DayOf(happened, row) is (true, var day) ? day
        : IsBirthDateOf(happened, field) ? TimeChoices.Day(((Customer)row).BornOn)
        : LocalDate.MaxIsoValue;

    private bool IsDated(Key<RetentionEvent> happened, DefinedField field, object row) => maps.DayOf(happened, row).IsDated || IsBirthDateOf(happened, field);

    private bool IsBirthDateOf(Key<RetentionEvent> happened, DefinedField field) => maps.Choices.HasBirthDate
        && typeof(Customer).IsAssignableFrom(field.Type)
        && ActivitiesOf(field).SelectMany(activity => RulesOf(activity, field.Category, all: true)).Select(rule => rule.Term).OfType<RetentionTerm.UntilAge>().Any(until => until.BirthDate == happened);

    private UnresolvedReason ReasonOf(RetentionOutcome outcome, DefinedField field, object row)
    {
        return outcome.Obstacle is RetentionObstacle.BeyondCalendar beyond && (!IsDated(beyond.Event, field, row) || EventsOf(outcome.Rule.Term).Any(happened => !IsDated(happened, field, row)))
            ? UnresolvedReason.DateMissing
            : outcome.Obstacle!.Reason!.Value;

        static IEnumerable<Key<RetentionEvent>> EventsOf(RetentionTerm term) => term switch
        {
            RetentionTerm.After after => after.Events,
            RetentionTerm.LatestOf latest => latest.Terms.SelectMany(end => end.Events),
            _ => [],
        };
    }

    /// <summary>The rules of an activity about a category, those apart after which it is only archived.</summary>
    private static IEnumerable<RetentionRule> RulesOf(ProcessingActivity activity, Key<DataCategory> category, bool all = false) => activity.Retention
        .Where(rule => rule.Categories.IsEmpty || rule.Categories.Contains(category))
        .Where(rule => all || rule.Then is not DisposalAction.Archive || rule.Term is RetentionTerm.Indefinitely);

    private static object Sample(Type type) => type == typeof(OrderLine) ? new OrderLine { Order = new Order() } : Activator.CreateInstance(type)!;
}
