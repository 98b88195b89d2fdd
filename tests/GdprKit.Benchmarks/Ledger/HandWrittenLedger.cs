using System.Data.Common;
using GdprKit.Ledger;

namespace GdprKit.Benchmarks.Ledger;

/// <summary>The statements an expert would write for the same rows, on one connection of one's own, prepared once.</summary>
internal abstract class HandWrittenLedger : IAsyncDisposable
{
    protected const string HeadColumns = "stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state";

    protected const string EntryColumns = "entry_id, stream_kind, subject, stream_key, version, recorded_at, entry_type, salt, facts, details_commitment, content, hash";

    protected const string OnlyWhenExpected = """
        ON CONFLICT (stream_kind, subject, stream_key) DO UPDATE SET version = excluded.version, based_on = excluded.based_on,
            recorded_at = excluded.recorded_at, fold_version = excluded.fold_version, status = excluded.status, since = excluded.since,
            due = excluded.due, state = excluded.state
        WHERE gdpr_head.version = excluded.based_on
        """;

    /// <summary>Writes head and entry of one stream, and says whether it fitted.</summary>
    /// <param name="append">What is written.</param>
    /// <param name="isUnordered">Whether it is also written down that the entry has no position yet, as GdprKit does.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract Task<bool> AppendAsync(StreamAppend append, bool isUnordered, CancellationToken cancellationToken);

    /// <summary>Writes many heads and entries at once.</summary>
    public abstract Task<long> AppendManyAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken);

    /// <summary>Looks up the head of one stream, and gives its version.</summary>
    public abstract Task<long> FindAsync(StreamId stream, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    protected static object?[] HeadOf(StreamAppend append) =>
    [
        append.Stream.Kind.ToString(), Bytes(append.Stream.Subject), append.Stream.Key.ToString(), append.Head.Version, append.ExpectedVersion,
        Microseconds(append.Head.RecordedAt), append.Head.FoldVersion, append.Head.Index.Status.ToString(), Microseconds(append.Head.Index.Since), null, append.Head.State.ToArray(),
    ];

    protected static object?[] EntryOf(LedgerEntry entry) =>
    [
        entry.Id.ToGuid().ToByteArray(bigEndian: true), entry.Stream.Kind.ToString(), Bytes(entry.Stream.Subject), entry.Stream.Key.ToString(), entry.Version,
        Microseconds(entry.RecordedAt), entry.Type.ToString(), Bytes(entry.Salt), entry.Facts.ToArray(), entry.DetailsCommitment is { } commitment ? Bytes(commitment) : null, entry.Content.SelectMany(Bytes).ToArray(), Bytes(entry.Hash),
    ];

    protected static byte[] Bytes(SubjectRef subject)
    {
        var bytes = new byte[SubjectRef.ByteCount];
        subject.CopyTo(bytes);
        return bytes;
    }

    protected static StreamHead Head(DbDataReader row) => new()
    {
        Stream = new StreamId(StreamKind.Parse(row.GetString(0)), SubjectRef.FromBytes(row.GetFieldValue<byte[]>(1)), StreamKey.Parse(row.GetString(2))),
        Version = row.GetInt64(3),
        RecordedAt = LedgerTime.FromMicroseconds(row.GetInt64(4)),
        FoldVersion = row.GetInt32(5),
        Index = new StreamIndex(StreamStatus.Parse(row.GetString(6)), LedgerTime.FromMicroseconds(row.GetInt64(7)), row.IsDBNull(8) ? null : LedgerTime.FromMicroseconds(row.GetInt64(8))),
        State = [.. row.GetFieldValue<byte[]>(9)],
    };

    private static byte[] Bytes(EntrySalt salt)
    {
        var bytes = new byte[EntrySalt.ByteCount];
        salt.CopyTo(bytes);
        return bytes;
    }

    private static byte[] Bytes(Digest digest)
    {
        var bytes = new byte[Digest.ByteCount];
        digest.CopyTo(bytes);
        return bytes;
    }

    private static long Microseconds(NodaTime.Instant instant) => LedgerTime.ToMicroseconds(instant);
}
