using GdprKit.Ledger;
using GdprKit.Requests;

namespace GdprKit.Conformance.Requests;

/// <summary>A target over a place, which can get one thing wrong.</summary>
internal sealed record DefectiveTarget(Place Place) : IErasureTarget
{
    private static int _made;

    public Func<SubjectId, SubjectId, bool> IsMeant { get; init; } = (person, other) => person == other;

    public Func<int, ErasureAnswer> Answer { get; init; } = removed => new ErasureAnswer.Erased(removed);

    public bool Keeps { get; init; }

    public bool HasManyKeys { get; init; }

    public bool IsSilent { get; init; }

    public bool CannotBeStopped { get; init; }

    public Key<ErasurePlace> Key => Key<ErasurePlace>.Parse(HasManyKeys ? $"place-{Interlocked.Increment(ref _made)}" : "place");

    public ValueTask<ErasureAnswer> EraseAsync(SubjectId person, EntryId order, CancellationToken cancellationToken)
    {
        if (!CannotBeStopped)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return IsSilent && Place.IsAway ? new(new ErasureAnswer.Erased(0)) : new(Answer(Keeps ? Place.Count(person) : Place.Remove(other => IsMeant(person, other))));
    }
}
