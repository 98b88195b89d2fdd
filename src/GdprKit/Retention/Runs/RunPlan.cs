using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>What a run does, part after part, and the statements by which it does it.</summary>
/// <remarks>
/// A preview says of a row that it goes although others refer to it, when those go as well. When the time has come, that they would is not enough: one may be protected. So a row
/// goes only when none refers to it any more. Those without anything of their own go with it in one transaction, and so do those by which it is judged.
/// </remarks>
internal sealed class RunPlan
{
    /// <summary>More would not fit into the state of a run. What is left is due still.</summary>
    public const int MostSteps = 300;

    private readonly PersonalDataMap _map;
    private readonly RowRetention _retention;
    private readonly ValueList<StreamFold> _folds;
    private readonly ILookup<(string Store, string Name), PlannedEntity> _byName;
    private readonly Dictionary<(string Store, string Name), MapFunctions> _functions;
    private readonly Dictionary<(string Store, string Name), List<(PlannedDependent Dependent, PlannedEntity Member)>> _judges;
    private readonly Dictionary<Digest, RunPart> _byDigest;

    public RunPlan(PersonalDataMap map, RowRetention retention, IEnumerable<StreamFold> folds)
    {
        (_map, _retention, _folds) = (map, retention, folds.ToValueList());
        var plan = retention.Plan;
        _byName = plan.Entities.ToLookup(entity => (entity.Store, entity.Name));
        _functions = plan.Entities.ToDictionary(entity => (entity.Store, entity.Name), entity => MapFunctions.Of([entity.Entity], _ => true));
        _judges = plan.Entities.ToDictionary(entity => (entity.Store, entity.Name), entity => FindJudges(entity).ToList());
        Parts = plan.Entities.SelectMany(entity => (IEnumerable<RunPart>)
        [
            new RunPart(entity, null),
            .. entity.Groups.Where(group => !group.Changing.IsEmpty).Select(group => new RunPart(entity, group)),
            .. entity.Entity.Archive is { } archive && !entity.Groups.IsEmpty ? [new RunPart(entity, null) { Archive = archive }] : Array.Empty<RunPart>(),
        ]).ToValueList();
        _byDigest = Parts.ToDictionary(part => part.Digest);
    }

    /// <summary>The parts in order: what refers to others before them, and of one entity whole rows before values, and what is archived last.</summary>
    public ValueList<RunPart> Parts { get; }

    /// <summary>The part that a step of a run is about; <see langword="null"/> when what is kept has changed since.</summary>
    public RunPart? Find(RunStep step) => _byDigest.GetValueOrDefault(step.Part);

    /// <summary>The part whose rows go that are of an entity.</summary>
    public RunPart Deleting(StoreEntity entity) => Parts.First(part => part.IsOfRows && part.Entity.Entity == entity);

    /// <summary>What a run does of what a preview shows; what concerns no row is left out.</summary>
    public ValueList<RunStep> StepsOf(RetentionPreview preview) => Parts
        .Select(part => new RunStep { Part = part.Digest, Action = part.Action, Approved = RowsOf(part, preview), Most = MostOf(part, preview) })
        .Where(step => step.Most > 0)
        .Take(MostSteps)
        .ToValueList();

    /// <summary>What the steps of a run are called, for who reads the ledger when the plan is another one.</summary>
    public LedgerContent NamesOf(ValueList<RunStep> steps) => LedgerContent.Of(ReportJson.Write(indented: false, json => json.WriteList("parts", steps.Select(Find).OfType<RunPart>().ToValueList(), part => part.Write(json))));

    /// <summary>How many rows a preview shows of a part.</summary>
    public static long RowsOf(RunPart part, RetentionPreview preview) => part.Group is null ? RowsOf(part, EntityOf(part, preview)) : GroupOf(part, preview).InRowsThatStay;

    /// <summary>How many rows a part may concern: of those that are to go whole, some may have to stay.</summary>
    public static long MostOf(RunPart part, RetentionPreview preview) => part.Group is null ? RowsOf(part, EntityOf(part, preview)) : GroupOf(part, preview).Due;

    private static long RowsOf(RunPart part, EntityPreview preview) => part.IsOfRows ? preview.RowsToGo : preview.RowsIntoArchive + preview.RowsOutOfArchive;

    private static EntityPreview EntityOf(RunPart part, RetentionPreview preview) => preview.Entities.First(each => each.Store == part.Entity.Store && each.Entity == part.Entity.Name);

    private static GroupPreview GroupOf(RunPart part, RetentionPreview preview) => EntityOf(part, preview).Groups[part.Entity.Groups.ToList().IndexOf(part.Group!)];

    /// <summary>The rows that <see cref="MostOf"/> counts.</summary>
    public RowCondition Counted(RunPart part) => part.Archive is not null ? RowCondition.Any(_retention.IntoArchive(part.Entity), _retention.OutOfArchive(part.Entity))
        : part.Group is { } group ? _retention.Due(part.Entity, group)
        : _retention.RowGoes(part.Entity);

    /// <summary>Whether rows go with those they belong to, and have no part of their own.</summary>
    public static bool GoesAlong(RunPart part) => part.IsOfRows && part.Entity.Groups.IsEmpty;

    /// <summary>What a part does to the rows that lie in a range, in one transaction, one after the other; the rows of the part come last.</summary>
    public ValueList<RowDisposal> DisposalsOf(RunPart part, RowCondition within)
    {
        var entity = part.Entity;
        return part.Archive is { } archive
            ? [Archive(entity, RowCondition.All(within, _retention.IntoArchive(entity)), archive, true), Archive(entity, RowCondition.All(within, _retention.OutOfArchive(entity)), archive, false)]
            : part.Group is { } group ? [Disposal(entity, RowCondition.All(within, _retention.Due(entity, group)), group.Change, [Kin.Itself(entity)])]
            : [.. Rows(entity, RowCondition.All(within, Goes(entity), RowCondition.Not(RowCondition.Any(TakenWith(entity)))), [])];
    }

    /// <summary>When a part has its turn among the others: what goes along with others is done when they are.</summary>
    public int TurnOf(RunPart part) => GoesAlong(part) ? 2 : GoesLast(part) ? 1 : 0;

    /// <summary>What goes from a store at once, in transactions one after the other: as few as the statements allow, and none that concerns no row.</summary>
    public IEnumerable<ValueList<RowDisposal>> TransactionsOf(string store)
    {
        var parts = Parts.Where(part => part.Entity.Store == store && part.Archive is null && !GoesAlong(part)).ToList();
        var steps = parts.Where(GoesFirst).Select(part => DisposalsOf(part, Stays(part))).Concat(parts.OrderBy(TurnOf).Select(part => DisposalsOf(part, RowCondition.Always)));
        var together = new List<RowDisposal>();
        foreach (var step in steps.Where(step => (step[^1].ChosenWhere ?? step[^1].Where) != RowCondition.Never))
        {
            if (step is [var only] && only.ChosenWhere is null)
            {
                // One statement needs nothing to stand still before it.
                together.Add(only with { LockedWhere = null });
                continue;
            }

            // What is chosen or stands still is looked up before the first statement, and must see what went before.
            if (together.Count > 0)
            {
                yield return together.ToValueList();
                together.Clear();
            }

            yield return step;
        }

        if (together.Count > 0)
        {
            yield return together.ToValueList();
        }
    }

    /// <summary>Whether values go from rows that are judged by others: they go before these, and again in their place when what was to go whole has to stay.</summary>
    public bool GoesFirst(RunPart part) => part.Group is not null && Judges(part.Entity).Count > 0;

    /// <summary>Whether values go from rows by which others are judged: most of these rows go with those, and only in what stays then values are left.</summary>
    public bool GoesLast(RunPart part) => part.Group is not null && TakenWith(part.Entity).Any();

    /// <summary>The rows that do not go whole.</summary>
    public RowCondition Stays(RunPart part) => RowCondition.Not(Goes(part.Entity));

    /// <summary>Nothing keeps a row for the sake of what it holds, and what refers to it goes with it.</summary>
    private RowCondition Goes(PlannedEntity entity) => RowCondition.All(
    [
        _retention.LetsRowGo(entity),
        NobodyHolds(entity, Judges(entity)),
        .. Judges(entity).Select(each => RowCondition.Not(RowRetention.Refers(each.Dependent, each.Member.Name, RowCondition.Not(Goes(each.Member))))),
    ]);

    /// <summary>The rows by which something is judged that goes with them, or loses values before.</summary>
    private IEnumerable<RowCondition> TakenWith(PlannedEntity member) =>
        from owner in _retention.Plan.Entities
        where owner.Store == member.Store
        from each in Judges(owner)
        where each.Member.Name == member.Name
        let values = owner.Groups.Where(values => !values.Changing.IsEmpty).Select(values => RowCondition.All(_retention.Due(owner, values), values.Change.Holding))
        select Belongs(each.Dependent, owner, RowCondition.Any(values.Prepend(Goes(owner))));

    /// <summary>Rows, after all that goes before them.</summary>
    private IEnumerable<RowDisposal> Rows(PlannedEntity entity, RowCondition goes, IReadOnlyList<Kin> with)
    {
        // Once what a row is judged by has gone, nobody could tell any more whether it may go as well.
        var isChosen = Before(entity).Any(before => FunctionsOf(entity).ReadRowsOf(before.Entity.Entity.Description.Type));
        var going = isChosen ? new RowCondition.IsChosen() : goes;

        // Nothing goes by which a row is judged that stays: what protects one of them protects them all. Nor does a part of what goes along with a row that stays for the sake of another part.
        List<Kin> together = [.. with, Kin.Itself(entity), .. Before(entity).Select(kin => kin with { IsAskedRowByRow = Judges(entity).Count == 0 })];
        var disposal = Disposal(entity, RowCondition.All(going, NothingIsLeft(entity), NobodyHolds(entity, [])), new RowChange.Delete(), together);
        return
        [
            .. MembersAlong(entity).SelectMany(each => Along(entity, each.Dependent, each.Member, going, Kin.SeenFrom(each.Dependent, entity, together))),
            .. Judges(entity).SelectMany(each => Rows(each.Member, RowCondition.All(Belongs(each.Dependent, entity, RowCondition.All(going, NothingIsLeft(entity))), Goes(each.Member)), Kin.SeenFrom(each.Dependent, entity, together))),

            // Between two statements somebody could keep the row, and what goes along with it would have gone alone.
            isChosen ? disposal with { ChosenWhere = goes } : disposal with { LockedWhere = goes },
        ];
    }

    // Deepest first. Whoever protects something protects what it belongs to as well.
    private IEnumerable<RowDisposal> Along(PlannedEntity owner, PlannedDependent dependent, PlannedEntity member, RowCondition ownerGoes, IReadOnlyList<Kin> with)
    {
        List<Kin> together = [.. with, Kin.Itself(member)];
        var going = RowCondition.All(NobodyHolds(member, []), Belongs(dependent, owner, ownerGoes));
        return MembersAlong(member).SelectMany(each => Along(member, each.Dependent, each.Member, going, Kin.SeenFrom(each.Dependent, member, together)))
            .Append(Disposal(member, RowCondition.All(going, NothingIsLeft(member)), new RowChange.Delete(), together));
    }

    // What is asked of the rows of one entity is not asked of those derived from it.
    private static RowCondition Belongs(PlannedDependent dependent, PlannedEntity owner, RowCondition ownerGoes)
    {
        return RowCondition.All(RefersTo(owner.Name, ownerGoes), RowCondition.Not(RowCondition.Any(owner.Derived.Select(derived => RefersTo(derived, RowCondition.Always)))));

        RowCondition RefersTo(string name, RowCondition that) => new RowCondition.HasRelated(name, dependent.Reference.TargetProperties, dependent.Reference.Properties, that);
    }

    /// <summary>What goes before the rows of an entity in one transaction with them.</summary>
    private IEnumerable<Kin> Before(PlannedEntity entity) =>
        MembersAlong(entity).Concat(Judges(entity)).SelectMany(each => Before(each.Member).Prepend(Kin.Itself(each.Member)).Select(kin => kin.Below(each.Dependent, each.Member)));

    /// <summary>
    /// What refers to rows that are judged by it, as a customer by the date of the last invoice: it goes in one transaction with them, when both are past their period. Did it go by itself before, they would
    /// have no date any more, and stay for ever.
    /// </summary>
    private List<(PlannedDependent Dependent, PlannedEntity Member)> Judges(PlannedEntity entity) => _judges[(entity.Store, entity.Name)];

    private MapFunctions FunctionsOf(PlannedEntity entity) => _functions[(entity.Store, entity.Name)];

    private IEnumerable<(PlannedDependent Dependent, PlannedEntity Member)> FindJudges(PlannedEntity entity) =>
        from dependent in entity.Dependents
        where !entity.Groups.IsEmpty && dependent.Disposal is DependentDisposal.AwaitedFirst && dependent.Members.Count == 1
        from member in _byName[(entity.Store, dependent.Members[0])]
        where member.Root != entity.Root && !member.Groups.IsEmpty && FunctionsOf(entity).ReadRowsOf(member.Entity.Description.Type)
        select (dependent, member);

    private IEnumerable<(PlannedDependent Dependent, PlannedEntity Member)> MembersAlong(PlannedEntity owner) =>
        from dependent in owner.Dependents
        where dependent.Disposal is DependentDisposal.GoAlong
        from name in dependent.Members
        from member in _byName[(owner.Store, name)]
        where member.Root != owner.Root
        select (dependent, member);

    /// <summary>No row refers to it that has to go first, those apart that go with it.</summary>
    private RowCondition NobodyHolds(PlannedEntity entity, IEnumerable<(PlannedDependent Dependent, PlannedEntity Member)> apart) => RowCondition.Not(RowCondition.Any(entity.Dependents
        .Where(dependent => dependent.Disposal is not DependentDisposal.Detached && !apart.Any(each => each.Dependent == dependent))
        .SelectMany(dependent => Holding(entity, dependent))));

    private IEnumerable<RowCondition> Holding(PlannedEntity entity, PlannedDependent dependent)
    {
        var planned = dependent.Members.SelectMany(member => _byName[(entity.Store, member)]).ToList();
        return planned.Exists(member => member.Root == entity.Root) ? [RowRetention.RefersToAnother(dependent)]
            : dependent.Disposal is DependentDisposal.GoAlong ? planned.Select(member => RowRetention.Refers(dependent, member.Name, RowCondition.Not(NobodyHolds(member, []))))
            : [RowRetention.Refers(dependent, dependent.Entity.Name, RowCondition.Always)];
    }

    /// <summary>Nothing that goes with it is there any more: what is protected keeps what it belongs to.</summary>
    private RowCondition NothingIsLeft(PlannedEntity entity) =>
        RowCondition.All(MembersAlong(entity).Select(each => RowCondition.Not(RowRetention.Refers(each.Dependent, each.Member.Name, RowCondition.Always))));

    // What is archived is kept: no hold stands against it, nor does a restriction (Art. 18(2)).
    private static RowDisposal Archive(PlannedEntity entity, RowCondition where, ArchiveMap archive, bool isArchived) =>
        new() { Entity = entity.Entity, Where = where, Change = new RowChange.Archive(archive.Property, isArchived), Shield = RowShield.Of([]) };

    private RowDisposal Disposal(PlannedEntity entity, RowCondition where, RowChange change, IReadOnlyList<Kin> shieldedAs)
    {
        var shields = shieldedAs.Select(kin => (kin.Related, kin.IsAskedRowByRow, Shield: ShieldOf(kin.Entity, change))).ToList();
        return new RowDisposal
        {
            Entity = entity.Entity,
            Where = where,
            Change = change,
            Shield = RowShield.Of(_folds, shields.Where(each => !each.IsAskedRowByRow).SelectMany(each => each.Shield.Scopes)) with
            {
                Queries = DeclaredHolds.Together(shields.SelectMany(each => each.Shield.Queries.Select(query => query with { Where = each.Related(query.Where) }))),
                Unknown = shields.Where(each => !each.IsAskedRowByRow).Select(each => each.Shield.Unknown).Aggregate(UnknownScopes.Both),
            },
        };
    }

    // What goes along with others stays with each of them that a query keeps, also with those that do not go now.
    private RowShield ShieldOf(PlannedEntity entity, RowChange change)
    {
        var shield = RowShield.Of(_folds, _map, _map.Stores.First(each => each.Description.Name == entity.Store), entity.Entity, change);
        var owners = OwnersOf(entity).Select(each => (each.Dependent, each.Owner, Shield: ShieldOf(each.Owner, change))).ToList();
        return owners.Count == 0 ? shield : shield with
        {
            Queries = DeclaredHolds.Together([.. shield.Queries, .. owners.SelectMany(each => each.Shield.Queries.Select(query => query with { Where = Kin.Above(each.Dependent, each.Owner, query.Where) }))]),
            Unknown = owners.Select(each => each.Shield.Unknown).Prepend(shield.Unknown).Aggregate(UnknownScopes.Both),
        };
    }

    private IEnumerable<(PlannedDependent Dependent, PlannedEntity Owner)> OwnersOf(PlannedEntity member) =>
        from owner in _retention.Plan.Entities
        where owner.Store == member.Store
        from each in MembersAlong(owner)
        where each.Member.Name == member.Name
        select (each.Dependent, owner);
}
