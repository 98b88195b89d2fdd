using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>What a run does, part after part, and the statements by which it does it.</summary>
/// <remarks>
/// A preview says of a row that it goes although others refer to it, when those go as well. When the time has come, that they would is not enough: one may be protected. So a row
/// goes only when none refers to it any more, and those without anything of their own go with it in one transaction.
/// </remarks>
internal sealed class RunPlan
{
    /// <summary>More would not fit into the state of a run. What is left is due still.</summary>
    public const int MostSteps = 300;

    private readonly PersonalDataMap _map;
    private readonly RowRetention _retention;
    private readonly ValueList<StreamFold> _folds;
    private readonly ILookup<(string Store, string Name), PlannedEntity> _byName;
    private readonly Dictionary<Digest, RunPart> _byDigest;

    public RunPlan(PersonalDataMap map, RowRetention retention, IEnumerable<StreamFold> folds)
    {
        (_map, _retention, _folds) = (map, retention, folds.ToValueList());
        var plan = retention.Plan;
        _byName = plan.Entities.ToLookup(entity => (entity.Store, entity.Name));
        Parts = plan.Entities.SelectMany(entity => (IEnumerable<RunPart>)
        [
            new RunPart(entity, null),
            .. entity.Groups.Where(group => !group.Changing.IsEmpty).Select(group => new RunPart(entity, group)),
        ]).ToValueList();
        _byDigest = Parts.ToDictionary(part => part.Digest);
    }

    /// <summary>The parts in order: what refers to others before them, and of one entity whole rows before values.</summary>
    public ValueList<RunPart> Parts { get; }

    /// <summary>The part that a step of a run is about; <see langword="null"/> when what is kept has changed since.</summary>
    public RunPart? Find(RunStep step) => _byDigest.GetValueOrDefault(step.Part);

    /// <summary>The part whose rows go that are of an entity.</summary>
    public RunPart Deleting(StoreEntity entity) => Parts.First(part => part.Group is null && part.Entity.Entity == entity);

    /// <summary>What a run does of what a preview shows; what concerns no row is left out.</summary>
    public ValueList<RunStep> StepsOf(RetentionPreview preview) => Parts
        .Select(part => new RunStep { Part = part.Digest, Action = part.Group is null ? DisposalAction.Delete : DisposalAction.Blank, Approved = RowsOf(part, preview), Most = MostOf(part, preview) })
        .Where(step => step.Most > 0)
        .Take(MostSteps)
        .ToValueList();

    /// <summary>What the steps of a run are called, for who reads the ledger when the plan is another one.</summary>
    public LedgerContent NamesOf(ValueList<RunStep> steps) => LedgerContent.Of(ReportJson.Write(indented: false, json => json.WriteList("parts", steps.Select(Find).OfType<RunPart>().ToValueList(), part => part.Write(json))));

    /// <summary>How many rows a preview shows of a part.</summary>
    public static long RowsOf(RunPart part, RetentionPreview preview) => part.Group is null ? EntityOf(part, preview).RowsToGo : GroupOf(part, preview).InRowsThatStay;

    /// <summary>How many rows a part may concern: of those that are to go whole, some may have to stay.</summary>
    public static long MostOf(RunPart part, RetentionPreview preview) => part.Group is null ? EntityOf(part, preview).RowsToGo : GroupOf(part, preview).Due;

    private static EntityPreview EntityOf(RunPart part, RetentionPreview preview) => preview.Entities.First(each => each.Store == part.Entity.Store && each.Entity == part.Entity.Name);

    private static GroupPreview GroupOf(RunPart part, RetentionPreview preview) => EntityOf(part, preview).Groups[part.Entity.Groups.ToList().IndexOf(part.Group!)];

    /// <summary>Whether rows go with those they belong to, and have no part of their own.</summary>
    public static bool GoesAlong(RunPart part) => part.Group is null && part.Entity.Groups.IsEmpty;

    /// <summary>
    /// Why rows cannot go together with those without anything of their own: whether they are past their period is read from these, and nobody could tell any more once they
    /// went. Both or neither, so neither.
    /// </summary>
    /// <returns>The end of a sentence, with what to do; <see langword="null"/> when they can.</returns>
    public string? WhyNotTogether(RunPart part)
    {
        if (part.Group is not null)
        {
            return null;
        }

        var functions = MapFunctions.Of([part.Entity.Entity], _ => true);
        return AllAlong(part.Entity).FirstOrDefault(member => functions.ReadRowsOf(member.Entity.Description.Type)) is { } read
            ? $"the map of {part.Entity} reads rows of {read} that would go with it, and once they went nobody could tell whether it may. Take the date from a column of {part.Entity} itself, or classify what {read} holds with Field(…)"
            : null;
    }

    private IEnumerable<PlannedEntity> AllAlong(PlannedEntity owner) => MembersAlong(owner).Select(each => each.Member).SelectMany(member => AllAlong(member).Prepend(member));

    /// <summary>What a part does to the rows that lie in a range, in one transaction, one after the other; the rows of the part come last.</summary>
    public ValueList<RowDisposal> DisposalsOf(RunPart part, RowCondition within)
    {
        var entity = part.Entity;
        if (part.Group is { } group)
        {
            return [Disposal(entity, RowCondition.All(within, _retention.Due(entity, group)), part.Change, [])];
        }

        var goes = RowCondition.All(within, _retention.LetsRowGo(entity), NobodyHolds(entity));

        // Between two statements somebody could keep the row, and what goes along with it would have gone alone.
        return [.. Along(entity, goes, entity), Disposal(entity, RowCondition.All(goes, NothingIsLeft(entity)), part.Change, []) with { LockedWhere = goes }];
    }

    // Deepest first.
    private IEnumerable<RowDisposal> Along(PlannedEntity owner, RowCondition goes, PlannedEntity root) =>
        from each in MembersAlong(owner)
        let reference = each.Dependent.Reference
        let going = RowCondition.All(
            NobodyHolds(each.Member),
            new RowCondition.HasRelated(owner.Name, reference.TargetProperties, reference.Properties, goes),
            RowCondition.Not(RowCondition.Any(owner.Derived.Select(derived => new RowCondition.HasRelated(derived, reference.TargetProperties, reference.Properties, RowCondition.Always)))))
        from disposal in Along(each.Member, going, root).Append(Disposal(each.Member, RowCondition.All(going, NothingIsLeft(each.Member)), new RowChange.Delete(), [root]))
        select disposal;

    private IEnumerable<(PlannedDependent Dependent, PlannedEntity Member)> MembersAlong(PlannedEntity owner) =>
        from dependent in owner.Dependents
        where dependent.Disposal is DependentDisposal.GoAlong
        from name in dependent.Members
        from member in _byName[(owner.Store, name)]
        where member.Root != owner.Root
        select (dependent, member);

    /// <summary>No row refers to it that has to go first.</summary>
    private RowCondition NobodyHolds(PlannedEntity entity) => RowCondition.Not(RowCondition.Any(entity.Dependents
        .Where(dependent => dependent.Disposal is not DependentDisposal.Detached)
        .SelectMany(dependent => Holding(entity, dependent))));

    private IEnumerable<RowCondition> Holding(PlannedEntity entity, PlannedDependent dependent)
    {
        var planned = dependent.Members.SelectMany(member => _byName[(entity.Store, member)]).ToList();
        return planned.Exists(member => member.Root == entity.Root) ? [RowRetention.RefersToAnother(dependent)]
            : dependent.Disposal is DependentDisposal.GoAlong ? planned.Select(member => RowRetention.Refers(dependent, member.Name, RowCondition.Not(NobodyHolds(member))))
            : [RowRetention.Refers(dependent, dependent.Entity.Name, RowCondition.Always)];
    }

    /// <summary>Nothing that goes with it is there any more: what is protected keeps what it belongs to.</summary>
    private RowCondition NothingIsLeft(PlannedEntity entity) =>
        RowCondition.All(MembersAlong(entity).Select(each => RowCondition.Not(RowRetention.Refers(each.Dependent, each.Member.Name, RowCondition.Always))));

    private RowDisposal Disposal(PlannedEntity entity, RowCondition where, RowChange change, IEnumerable<PlannedEntity> alsoShieldedAs)
    {
        var store = _map.Stores.First(each => each.Description.Name == entity.Store);
        var scopes = alsoShieldedAs.Prepend(entity).SelectMany(each => RowShield.Of(_folds, store, each.Entity, change).Scopes);
        return new RowDisposal { Entity = entity.Entity, Where = where, Change = change, Shield = RowShield.Of(_folds, scopes) };
    }
}
