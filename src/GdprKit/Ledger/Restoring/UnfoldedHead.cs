namespace GdprKit.Ledger;

/// <summary>
/// The head of a stream that this program cannot fold, because a newer one wrote to it. It counts the entries and says nothing; the program that knows them folds it again
/// (<see cref="LedgerStreams.RefoldAsync"/>), and meanwhile it protects: no status is one in which something was released.
/// </summary>
internal static class UnfoldedHead
{
    private static readonly StreamStatus Status = StreamStatus.Parse("unfolded");

    public static StreamHead Of(LedgerEntry last) => new()
    {
        Stream = last.Stream,
        Version = last.Version,
        RecordedAt = last.RecordedAt,
        FoldVersion = 0,
        Index = new StreamIndex(Status, last.RecordedAt, null),
        State = [.. "{}"u8],
    };
}
