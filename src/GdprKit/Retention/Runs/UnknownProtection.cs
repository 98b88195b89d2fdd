using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Retention;

/// <summary>
/// Whether, after an older copy of the database was restored, something came back that keeps rows from going, as a hold or a restriction, about somebody to whom nothing leads in the copy: then nobody knows whose rows those are.
/// </summary>
internal sealed class UnknownProtection(LedgerStreams streams, ISubjectDirectory subjects, IEnumerable<StreamFold> folds)
{
    private readonly Dictionary<StreamKind, StreamFold> _shields = folds.Where(fold => fold.IsShield).DistinctBy(fold => fold.Kind).ToDictionary(fold => fold.Kind);

    private readonly RowShield _shield = RowShield.Of(folds);

    public async ValueTask<bool> IsAnyAsync(RestoredEntries restored, CancellationToken cancellationToken)
    {
        var people = new HashSet<SubjectRef>();
        await foreach (var entry in restored.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _ = !entry.Stream.Subject.IsNone && _shields.ContainsKey(entry.Stream.Kind) && people.Add(entry.Stream.Subject);
        }

        var unknown = new HashSet<SubjectRef>();
        foreach (var some in people.Chunk(LedgerLimits.HeadsPerPage))
        {
            var known = (await subjects.FindByRefAsync([.. some], cancellationToken).ConfigureAwait(false)).Select(link => link.Ref).ToHashSet();
            unknown.UnionWith(some.Where(person => !known.Contains(person)));
        }

        return restored.IsRehearsal
            ? await IsAnyToComeAsync(restored, unknown, cancellationToken).ConfigureAwait(false)
            : await unknown.ToAsyncEnumerable()
                .AnyAsync((person, token) => streams.ReadHeadsAsync(HeadFilter.About(person), token).AnyAsync(_shield.IsShielding, token), cancellationToken).ConfigureAwait(false);
    }

    // In a rehearsal nothing stands yet: what would come back is folded in memory.
    private async ValueTask<bool> IsAnyToComeAsync(RestoredEntries restored, HashSet<SubjectRef> unknown, CancellationToken cancellationToken)
    {
        var (reading, heads) = (new StreamReading(streams.Store), new Dictionary<StreamId, StreamHead>());
        await foreach (var entry in restored.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!unknown.Contains(entry.Stream.Subject) || !_shields.TryGetValue(entry.Stream.Kind, out var fold))
            {
                continue;
            }

            var head = heads.TryGetValue(entry.Stream, out var folded) ? folded : (await streams.Store.FindHeadsAsync([entry.Stream], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
            if (entry.Version > (head?.Version ?? 0))
            {
                heads[entry.Stream] = await fold.ContinueAsync(reading, head, [entry], cancellationToken).ConfigureAwait(false) ?? UnfoldedHead.Of(entry);
            }
        }

        return heads.Values.Any(_shield.IsShielding);
    }
}
