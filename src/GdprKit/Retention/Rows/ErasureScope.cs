using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// Whose data are to be erased because the person asks for it: nothing stands against that but what a law demands, and what protects them for a time (Art. 17(1), (3)). Periods that the
/// controller set itself do not.
/// </summary>
/// <param name="People">The people, of one kind; more than one where their erasures are carried out together.</param>
/// <param name="OrderedOn">On which day that was ordered, where the controller is. What arrived later is not meant.</param>
internal sealed record ErasureScope(ValueList<SubjectId> People, LocalDate OrderedOn)
{
    /// <summary>The person, of whom there is one.</summary>
    public SubjectId Person => People is [var only] ? only : throw new InvalidOperationException("Several people are erased together.");

    /// <summary>The kind of the people.</summary>
    public Key<SubjectKind> Kind => People[0].Kind;

    /// <summary>The rows whose fields are about one of these people and nobody else. What is about somebody else as well is kept for that one.</summary>
    /// <param name="whose">About whom the fields are.</param>
    public RowCondition IsOf(ValueList<OwnerPath> whose) => RowCondition.Any(People.Select(person => IsOf(person, whose)));

    private static RowCondition IsOf(SubjectId person, ValueList<OwnerPath> whose)
    {
        var theirs = whose.Where(owner => owner.Kind == person.Kind).Select(owner => (RowCondition)new RowCondition.BelongsTo(person, owner)).ToList();
        return theirs.Count == 0 ? RowCondition.Never
            : whose.Count == 1 ? theirs[0]
            : RowCondition.All(whose
                .Select(owner => owner.Kind == person.Kind
                    ? RowCondition.Any(new RowCondition.BelongsTo(person, owner), RowCondition.Not(new RowCondition.HasOwner(owner)))
                    : RowCondition.Not(new RowCondition.HasOwner(owner)))
                .Append(RowCondition.Any(theirs)));
    }

    /// <summary>The rows that were there when it was ordered; where a map does not say when a row arrived, all of them.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="zone">The controller's.</param>
    public RowCondition WasThere(StoreEntity entity, DateTimeZone zone) => entity.Arrived is { } arrived
        ? RowCondition.Not(new RowCondition.Between(arrived, arrived.StartOf(OrderedOn.PlusDays(1), zone), null))
        : RowCondition.Always;
}
