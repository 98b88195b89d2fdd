using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Backups;

/// <summary>From when until when a copy lacked what happened, and what of it nobody here can read.</summary>
internal sealed class RestoredWindow
{
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
            _unread += known.TryGetValue(entry.Stream.Kind, out var fold) && fold.Knows(entry.Type) ? 0 : 1;
        }
    }
}
