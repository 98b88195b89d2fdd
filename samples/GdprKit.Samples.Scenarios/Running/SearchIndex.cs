using System.Collections.Concurrent;
using GdprKit.Ledger;
using GdprKit.Requests;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>A second place in which the shop has people: its search index, which can be away.</summary>
internal sealed class SearchIndex : IErasureTarget
{
    private readonly ConcurrentQueue<SubjectId> _asked = [];

    public Key<ErasurePlace> Key { get; } = Key<ErasurePlace>.Parse("search-index");

    public bool IsDown { get; set; }

    /// <summary>Whom it was asked to erase, also while it was away.</summary>
    public IReadOnlyList<SubjectId> Asked => [.. _asked];

    public ValueTask<ErasureAnswer> EraseAsync(SubjectId person, EntryId order, CancellationToken cancellationToken)
    {
        _asked.Enqueue(person);
        return IsDown ? throw new HttpRequestException("The search index is away.") : ValueTask.FromResult<ErasureAnswer>(new ErasureAnswer.Erased(1));
    }
}
