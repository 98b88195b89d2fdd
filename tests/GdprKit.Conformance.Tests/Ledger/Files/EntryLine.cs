using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

internal sealed record EntryLine(long Version, string Id, long RecordedAt, string Type, byte[] Salt, byte[] Facts, string? Details, string[] Content, string Hash)
{
    public static EntryLine Of(LedgerEntry entry)
    {
        var salt = new byte[EntrySalt.ByteCount];
        entry.Salt.CopyTo(salt);
        return new(
            entry.Version,
            entry.Id.ToString(),
            LedgerTime.ToMicroseconds(entry.RecordedAt),
            entry.Type.ToString(),
            salt,
            [.. entry.Facts],
            entry.DetailsCommitment?.ToString(),
            [.. entry.Content.Select(digest => digest.ToString())],
            entry.Hash.ToString());
    }

    public LedgerEntry ToEntry(StreamId stream) => new()
    {
        Id = EntryId.Parse(Id),
        Stream = stream,
        Version = Version,
        RecordedAt = LedgerTime.FromMicroseconds(RecordedAt),
        Type = EntryType.Parse(Type),
        Salt = EntrySalt.FromBytes(Salt),
        Facts = [.. Facts],
        DetailsCommitment = Details is null ? null : Digest.Parse(Details),
        Content = [.. Content.Select(Digest.Parse)],
        Hash = Digest.Parse(Hash),
    };
}
