using NodaTime;

namespace GdprKit.Ledger;

/// <summary>A decision that was taken and is not written yet, about a stream whose state has a known type.</summary>
internal sealed class PendingChange<TState>(StreamSnapshot<TState> before, ValueList<EntryDraft> drafts) : PendingChange(before.Stream, before.Version, drafts)
    where TState : class, IStreamState<TState>
{
    /// <summary>The stream as it was, and once sealed as it will be.</summary>
    public StreamSnapshot<TState> Snapshot { get; private set; } = before;

    public override StreamAppend Seal(Instant now)
    {
        var fold = TState.Fold;
        var (state, version, recordedAt) = (Snapshot.State!, Snapshot.Version, Snapshot.RecordedAt);
        var entries = new LedgerEntry[Drafts.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            recordedAt = EntrySealing.Next(now, recordedAt);
            entries[i] = EntrySealing.Seal(Drafts[i], Stream, ++version, recordedAt.Value);
            state = fold.Apply(state, entries[i]);
        }

        Protecting = entries.Where(entry => fold.Protecting.Contains(entry.Type));
        Snapshot = Snapshot with { Version = version, RecordedAt = recordedAt, State = state };
        return new StreamAppend(Version, ValueList.Create<LedgerEntry>(entries), fold.HeadOf(state, entries[^1])) { IsShield = fold.IsShield };
    }
}
