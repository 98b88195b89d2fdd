using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Retention;

/// <summary>
/// Whether, after an older copy of the database was restored, something came back that keeps rows from going, as a hold or a restriction, about somebody to whom nothing leads in the copy: then nobody knows whose rows those are.
/// </summary>
internal sealed class UnknownProtection(LedgerStreams streams, ISubjectDirectory subjects, IEnumerable<StreamFold> folds)
{
    public async ValueTask<bool> IsAnyAsync(RestoredEntries restored, CancellationToken cancellationToken)
    {
        var shields = folds.Where(fold => fold.IsShield).ToDictionary(fold => fold.Kind);
        var people = new HashSet<SubjectRef>();
        await foreach (var entry in restored.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _ = !entry.Stream.Subject.IsNone && shields.ContainsKey(entry.Stream.Kind) && people.Add(entry.Stream.Subject);
        }

        foreach (var some in people.Chunk(LedgerLimits.HeadsPerPage))
        {
            var known = (await subjects.FindByRefAsync([.. some], cancellationToken).ConfigureAwait(false)).Select(link => link.Ref).ToHashSet();
            foreach (var person in some.Where(person => !known.Contains(person)))
            {
                // In a rehearsal nothing stands yet, and what would come back may be released by then as well: it is told all the same.
                if (restored.IsRehearsal || await IsProtectedAsync(person, shields, cancellationToken).ConfigureAwait(false))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ValueTask<bool> IsProtectedAsync(SubjectRef person, Dictionary<StreamKind, StreamFold> shields, CancellationToken cancellationToken) =>
        streams.ReadHeadsAsync(HeadFilter.About(person), cancellationToken)
            .AnyAsync(head => shields.TryGetValue(head.Stream.Kind, out var fold) && !fold.ReleasedIn.Contains(head.Index.Status), cancellationToken);
}
