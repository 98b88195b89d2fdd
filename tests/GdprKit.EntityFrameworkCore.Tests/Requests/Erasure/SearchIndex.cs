using GdprKit.Ledger;
using GdprKit.Requests;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>Something of the workshop that is no table.</summary>
public sealed class SearchIndex : IErasureTarget
{
    /// <summary>Who was asked about, in order; the state of a run is shared by the scopes of a host.</summary>
    public List<SubjectId> Asked { get; } = [];

    /// <summary>What it answers; fails where it has none.</summary>
    public Func<ErasureAnswer> Answer { get; set; } = () => new ErasureAnswer.Erased(3);

    public Key<ErasurePlace> Key { get; } = Key<ErasurePlace>.Parse("search-index");

    public ValueTask<ErasureAnswer> EraseAsync(SubjectId person, EntryId order, CancellationToken cancellationToken)
    {
        Asked.Add(person);
        return ValueTask.FromResult(Answer());
    }
}
