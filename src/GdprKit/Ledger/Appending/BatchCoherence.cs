namespace GdprKit.Ledger;

/// <summary>Refuses a batch that contradicts itself, so that no store has to look.</summary>
internal static class BatchCoherence
{
    public static void Require(ValueList<StreamAppend> ordered)
    {
        RequireCount(ordered.Count);
        if (ordered.IsEmpty)
        {
            throw Uncounted(0);
        }

        var ids = new HashSet<EntryId>();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (i > 0 && ordered[i].Stream == ordered[i - 1].Stream)
            {
                throw Incoherent($"it adds to a {ordered[i].Stream} twice. Add all entries of a stream together.");
            }

            Require(ordered[i]);
            if (!ordered[i].Entries.All(entry => ids.Add(entry.Id)))
            {
                throw Incoherent("two of its entries bear one id. Make an id for each.");
            }
        }
    }

    public static void RequireCount(int streams)
    {
        if (streams > LedgerLimits.ItemsAtOnce)
        {
            throw Uncounted(streams);
        }
    }

    private static ArgumentException Uncounted(int streams) => Incoherent($"it has {streams} streams. Add to 1 to {LedgerLimits.ItemsAtOnce} streams at once.");

    private static void Require(StreamAppend append)
    {
        if (append.Stream.Kind.IsDefault || append.ExpectedVersion < StreamAppend.Absent || append.Head.Index.Status.IsDefault)
        {
            throw Incoherent("a stream has no kind, no status, or a version below -1. Name the three.");
        }

        var version = Math.Max(append.ExpectedVersion, 0);
        LedgerEntry? previous = null;
        foreach (var entry in append.Entries)
        {
            if (entry.Stream != append.Stream || entry.Version != version + 1 || entry.Id.IsDefault || entry.Type.IsDefault)
            {
                throw Incoherent($"an entry does not follow version {version} of a {append.Stream}. Number entries without gaps from the expected version.");
            }

            if (!LedgerTime.IsWhole(entry.RecordedAt) || entry.RecordedAt <= previous?.RecordedAt)
            {
                throw Incoherent($"entries of a {append.Stream} do not follow each other by whole microseconds. Record each at least one microsecond after the one before it.");
            }

            (previous, version) = (entry, entry.Version);
        }

        if (append.Head.Version != version || (previous is not null && append.Head.RecordedAt != previous.RecordedAt) || !IsWhole(append.Head))
        {
            throw Incoherent($"the head of a {append.Stream} is not that of its last entry. Fold the entries, and write the head that comes of it, in whole microseconds.");
        }
    }

    private static bool IsWhole(StreamHead head) =>
        LedgerTime.IsWhole(head.RecordedAt) && LedgerTime.IsWhole(head.Index.Since) && (head.Index.Due is not { } due || LedgerTime.IsWhole(due));

    private static ArgumentException Incoherent(string fault) => new($"{LedgerMessages.BatchIncoherent}: a batch contradicts itself: {fault}");
}
