using NodaTime;

namespace GdprKit.Ledger;

/// <summary>A decision that was taken and is not written yet.</summary>
internal abstract class PendingChange(StreamId stream, long version, ValueList<EntryDraft> drafts)
{
    public StreamId Stream { get; } = stream;

    public long Version { get; } = version;

    /// <summary>The entries to add; fewer than decided when some were recorded before.</summary>
    public ValueList<EntryDraft> Drafts { get; set; } = drafts;

    /// <summary>Makes entries of the drafts, and folds them.</summary>
    public abstract StreamAppend Seal(Instant now);
}
