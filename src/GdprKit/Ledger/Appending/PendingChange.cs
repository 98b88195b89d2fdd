using NodaTime;

namespace GdprKit.Ledger;

/// <summary>A decision that was taken and is not written yet.</summary>
internal abstract class PendingChange(StreamId stream, long version, ValueList<EntryDraft> drafts)
{
    public StreamId Stream { get; } = stream;

    public long Version { get; } = version;

    /// <summary>The entries to add; fewer than decided when some were recorded before.</summary>
    public ValueList<EntryDraft> Drafts { get; set; } = drafts;

    /// <summary>The person it is about; <see langword="null"/> where there is none, or nobody knows here.</summary>
    public SubjectId? About { get; init; }

    /// <summary>The entries that protect somebody, once sealed.</summary>
    public IEnumerable<LedgerEntry> Protecting { get; protected set; } = [];

    /// <summary>Makes entries of the drafts, and folds them.</summary>
    public abstract StreamAppend Seal(Instant now);
}
