using System.Data.Common;
using System.Runtime.InteropServices;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Makes of rows what was stored in them.</summary>
internal static class StoredRows
{
    public const string EntryColumns =
        "e.entry_id, e.stream_kind, e.subject, e.stream_key, e.version, e.recorded_at, e.entry_type, e.salt, e.facts, e.details_commitment, e.content, e.hash, d.salt, d.texts";

    /// <summary>Reads the columns of <see cref="LedgerSql.HeadColumns"/>.</summary>
    public static StreamHead Head(DbDataReader row) => Head(Stream(row, 0), row, 3);

    /// <summary>Reads the columns of <see cref="LedgerSql.HeadColumnsOfPerson"/>, if they are of one of some streams of the person.</summary>
    public static StreamHead? HeadAmong(ValueList<StreamId> streams, DbDataReader row)
    {
        var (kind, key) = (row.GetString(0), row.GetString(1));
        foreach (var stream in streams)
        {
            if (stream.Kind.ToString() == kind && stream.Key.ToString() == key)
            {
                return Head(stream, row, 2);
            }
        }

        return null;
    }

    /// <summary>Reads the columns of <see cref="EntryColumns"/>.</summary>
    public static LedgerEntry Entry(DbDataReader row) => Entry(row, 0);

    /// <summary>Reads the columns of <see cref="EntryColumns"/> from a column on.</summary>
    public static LedgerEntry Entry(DbDataReader row, int column) => new()
    {
        Id = StoredBytes.EntryIdOf(Bytes(row, column)),
        Stream = Stream(row, column + 1),
        Version = row.GetInt64(column + 4),
        RecordedAt = LedgerTime.FromMicroseconds(row.GetInt64(column + 5)),
        Type = EntryType.Parse(row.GetString(column + 6)),
        Salt = EntrySalt.FromBytes(Bytes(row, column + 7)),

        // The array is nobody else's.
        Facts = ImmutableCollectionsMarshal.AsImmutableArray(Bytes(row, column + 8)).ToValueList(),
        DetailsCommitment = row.IsDBNull(column + 9) ? null : Digest.FromBytes(Bytes(row, column + 9)),
        Content = StoredBytes.DigestsOf(Bytes(row, column + 10)),
        Hash = Digest.FromBytes(Bytes(row, column + 11)),
        Details = row.IsDBNull(column + 12) ? null : EntryDetails.FromStored(EntrySalt.FromBytes(Bytes(row, column + 12)), Bytes(row, column + 13)),
    };

    private static StreamHead Head(StreamId stream, DbDataReader row, int column) => new()
    {
        Stream = stream,
        Version = row.GetInt64(column),
        RecordedAt = LedgerTime.FromMicroseconds(row.GetInt64(column + 1)),
        FoldVersion = row.GetInt32(column + 2),
        Index = new StreamIndex(
            StreamStatus.Parse(row.GetString(column + 3)),
            LedgerTime.FromMicroseconds(row.GetInt64(column + 4)),
            row.IsDBNull(column + 5) ? null : LedgerTime.FromMicroseconds(row.GetInt64(column + 5))),

        // The array is nobody else's.
        State = ImmutableCollectionsMarshal.AsImmutableArray(Bytes(row, column + 6)).ToValueList(),
    };

    /// <summary>Reads kind, subject and key from a column on.</summary>
    public static StreamId Stream(DbDataReader row, int column) =>
        new(StreamKind.Parse(row.GetString(column)), SubjectRef.FromBytes(Bytes(row, column + 1)), StreamKey.Parse(row.GetString(column + 2)));

    public static EntryHash Hash(DbDataReader row) => new(StoredBytes.EntryIdOf(Bytes(row, 0)), Digest.FromBytes(Bytes(row, 1)));

    public static byte[] Bytes(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
