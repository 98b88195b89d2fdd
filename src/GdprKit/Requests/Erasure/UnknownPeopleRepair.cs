using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>
/// Counts the people of whom entries came back and to whom nothing leads in the copy: they became known after it was made. Who was erased is no such person; of those it is told whether they were found.
/// </summary>
internal sealed class UnknownPeopleRepair(ErasureSurroundings surroundings) : IRestoreRepair
{
    // After erasures, by which people can become known again.
    public int Turn => 900;

    public async ValueTask<ValueList<RestoreFinding>> RepairAsync(RestoredEntries restored, CancellationToken cancellationToken)
    {
        var (people, erased) = (new HashSet<SubjectRef>(), new HashSet<SubjectRef>());
        await foreach (var entry in restored.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _ = !entry.Stream.Subject.IsNone && (entry.Stream.Kind == ErasureOrder.Fold.Kind ? erased : people).Add(entry.Stream.Subject);
        }

        people.ExceptWith(erased);
        var unknown = 0L;
        foreach (var some in people.Chunk(LedgerLimits.HeadsPerPage))
        {
            var known = (await surroundings.Subjects.FindByRefAsync([.. some], cancellationToken).ConfigureAwait(false)).Select(link => link.Ref).ToHashSet();
            foreach (var subject in some.Where(subject => !known.Contains(subject)))
            {
                var erasures = new HeadQuery(HeadFilter.Of(ErasureOrder.Fold.Kind) with { Subject = subject }) { Limit = 1 };
                unknown += (await surroundings.Store.QueryHeadsAsync(erasures, cancellationToken).ConfigureAwait(false)).IsEmpty ? 1 : 0;
            }
        }

        return unknown == 0 ? [] : [new RestoreFinding(RestoreFindingKind.PeopleUnknown, unknown, [])];
    }
}
