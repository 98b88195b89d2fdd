using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GdprKit.Ledger;

/// <summary>Takes the hash of an entry, byte for byte as <see cref="LedgerEntry"/> documents it.</summary>
internal static class EntryHashing
{
    private const int TextLengthBytes = 2;

    public static Digest HashOf(LedgerEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write("GdprKit entry 1"u8);
        entry.Id.ToGuid().TryWriteBytes(buffer.GetSpan(16), bigEndian: true, out var written);
        buffer.Advance(written);
        WriteText(buffer, entry.Stream.Kind.ToString());
        entry.Stream.Subject.CopyTo(buffer.GetSpan(SubjectRef.ByteCount));
        buffer.Advance(SubjectRef.ByteCount);
        WriteText(buffer, entry.Stream.Key.ToString());
        WriteNumber(buffer, entry.Version);
        WriteNumber(buffer, LedgerTime.ToMicroseconds(entry.RecordedAt));
        WriteText(buffer, entry.Type.ToString());
        WriteDigest(buffer, CommitmentTo(entry.Salt, entry.Facts));
        if (entry.DetailsCommitment is { } details)
        {
            buffer.Write<byte>([1]);
            WriteDigest(buffer, details);
        }
        else
        {
            buffer.Write<byte>([0]);
        }

        WriteCount(buffer, entry.Content.Count);
        foreach (var digest in entry.Content)
        {
            WriteDigest(buffer, digest);
        }

        return Digest.Of(buffer.WrittenSpan);
    }

    public static Digest CommitmentTo(EntryDetails details) => Commit("GdprKit details 1"u8, details.Salt, details.Json.AsSpan());

    private static Digest CommitmentTo(EntrySalt salt, ValueList<byte> facts) => Commit("GdprKit facts 1"u8, salt, facts.AsSpan());

    private static Digest Commit(ReadOnlySpan<byte> purpose, EntrySalt salt, ReadOnlySpan<byte> json)
    {
        var length = purpose.Length + EntrySalt.ByteCount + json.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            purpose.CopyTo(rented);
            salt.CopyTo(rented.AsSpan(purpose.Length));
            json.CopyTo(rented.AsSpan(purpose.Length + EntrySalt.ByteCount));
            return Digest.Of(rented.AsSpan(0, length));
        }
        finally
        {
            // Details are personal; a pool would keep them for as long as the process lives.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text)
    {
        WriteCount(buffer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private static void WriteCount(ArrayBufferWriter<byte> buffer, int count)
    {
        BinaryPrimitives.WriteUInt16BigEndian(buffer.GetSpan(TextLengthBytes), checked((ushort)count));
        buffer.Advance(TextLengthBytes);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }

    private static void WriteDigest(ArrayBufferWriter<byte> buffer, Digest digest)
    {
        digest.CopyTo(buffer.GetSpan(Digest.ByteCount));
        buffer.Advance(Digest.ByteCount);
    }
}
