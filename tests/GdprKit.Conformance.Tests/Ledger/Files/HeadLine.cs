using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

internal sealed record HeadLine(long Version, long RecordedAt, int FoldVersion, string Status, long Since, long? Due, byte[] State)
{
    public static HeadLine Of(StreamHead head) => new(
        head.Version,
        LedgerTime.ToMicroseconds(head.RecordedAt),
        head.FoldVersion,
        head.Index.Status.ToString(),
        LedgerTime.ToMicroseconds(head.Index.Since),
        head.Index.Due is { } due ? LedgerTime.ToMicroseconds(due) : null,
        [.. head.State]);

    public StreamHead ToHead(StreamId stream) => new()
    {
        Stream = stream,
        Version = Version,
        RecordedAt = LedgerTime.FromMicroseconds(RecordedAt),
        FoldVersion = FoldVersion,
        Index = new StreamIndex(StreamStatus.Parse(Status), LedgerTime.FromMicroseconds(Since), Due is { } due ? LedgerTime.FromMicroseconds(due) : null),
        State = [.. State],
    };
}
