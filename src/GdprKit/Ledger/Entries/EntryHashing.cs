using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GdprKit.Ledger;

/// <summary>Takes the hash of an entry, byte for byte as <see cref="LedgerEntry"/> documents it.</summary>
internal static class EntryHashing
{
    private const int IdBytes = 16;

    // All that an entry has beside the digests of its content: beginning, id, person and numbers, two names and a key with their lengths (ASCII all of them), two digests and a mark.
    private const int MostBytes = 15 + IdBytes + SubjectRef.ByteCount + (2 * sizeof(long)) + (4 * sizeof(ushort)) + (2 * LedgerLimits.NameLength) + LedgerLimits.KeyLength + (2 * Digest.ByteCount) + 1;

    private const int OnStack = 1_024;

    public static Digest HashOf(LedgerEntry entry)
    {
        var length = MostBytes + (entry.Content.Count * Digest.ByteCount);
        var writer = new Writer(length <= OnStack ? stackalloc byte[OnStack] : new byte[length]);
        writer.Bytes("GdprKit entry 1"u8);
        entry.Id.ToGuid().TryWriteBytes(writer.Take(IdBytes), bigEndian: true, out _);
        writer.Text(entry.Stream.Kind.ToString());
        entry.Stream.Subject.CopyTo(writer.Take(SubjectRef.ByteCount));
        writer.Text(entry.Stream.Key.ToString());
        writer.Number(entry.Version);
        writer.Number(LedgerTime.ToMicroseconds(entry.RecordedAt));
        writer.Text(entry.Type.ToString());
        writer.Digest(CommitmentTo(entry.Salt, entry.Facts));
        if (entry.DetailsCommitment is { } details)
        {
            writer.Bytes([1]);
            writer.Digest(details);
        }
        else
        {
            writer.Bytes([0]);
        }

        writer.Count(entry.Content.Count);
        foreach (var digest in entry.Content)
        {
            writer.Digest(digest);
        }

        return Digest.Of(writer.Written);
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

    /// <summary>Writes into bytes that are there, for it is done of every entry that is verified.</summary>
    private ref struct Writer(Span<byte> bytes)
    {
        private readonly Span<byte> _bytes = bytes;

        private int _length;

        public readonly ReadOnlySpan<byte> Written => _bytes[.._length];

        public Span<byte> Take(int count)
        {
            var taken = _bytes.Slice(_length, count);
            _length += count;
            return taken;
        }

        public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

        public void Text(string text)
        {
            var count = Encoding.UTF8.GetByteCount(text);
            Count(count);
            Encoding.UTF8.GetBytes(text, Take(count));
        }

        public void Count(int count) => BinaryPrimitives.WriteUInt16BigEndian(Take(sizeof(ushort)), checked((ushort)count));

        public void Number(long number) => BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), number);

        public void Digest(Digest digest) => digest.CopyTo(Take(GdprKit.Digest.ByteCount));
    }
}
