using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Backups;

/// <summary>From when until when a copy lacked what happened, and what of it nobody here can read.</summary>
internal sealed class RestoredWindow
{
    private readonly HashSet<SubjectRef> _people = [];

    private long _unread;

    public Instant? First { get; private set; }

    public Instant? Last { get; private set; }

    public IEnumerable<RestoreFinding> Findings => _unread == 0 ? [] : [new RestoreFinding(RestoreFindingKind.EntriesUnread, _unread, [])];

    public async ValueTask ReadAsync(RestoredEntries restored, ValueList<StreamFold> folds, CancellationToken cancellationToken)
    {
        var known = folds.DistinctBy(fold => fold.Kind).ToDictionary(fold => fold.Kind);
        await foreach (var entry in restored.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            First = First is { } first && first < entry.RecordedAt ? first : entry.RecordedAt;
            Last = Last is { } last && last > entry.RecordedAt ? last : entry.RecordedAt;
            _ = !entry.Stream.Subject.IsNone && _people.Add(entry.Stream.Subject);
            _unread += known.TryGetValue(entry.Stream.Kind, out var fold) && fold.Knows(entry.Type) ? 0 : 1;
        }
    }

    /// <summary>Counts the people to whom nothing leads, and who were not erased.</summary>
    public async ValueTask<IEnumerable<RestoreFinding>> FindUnknownAsync(ISubjectDirectory subjects, ILedgerStore store, StreamKind erasures, CancellationToken cancellationToken)
    {
        var unknown = 0L;
        foreach (var some in _people.Chunk(LedgerLimits.HeadsPerPage))
        {
            var known = (await subjects.FindByRefAsync([.. some], cancellationToken).ConfigureAwait(false)).Select(link => link.Ref).ToHashSet();
            foreach (var subject in some.Where(subject => !known.Contains(subject)))
            {
                var erasure = await store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(erasures) with { Subject = subject }) { Limit = 1 }, cancellationToken).ConfigureAwait(false);
                unknown += erasure.IsEmpty ? 1 : 0;
            }
        }

        return unknown == 0 ? [] : [new RestoreFinding(RestoreFindingKind.PeopleUnknown, unknown, [])];
    }
}
