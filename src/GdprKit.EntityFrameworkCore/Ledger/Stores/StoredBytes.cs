using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Ids, refs, salts and digests as bytes in the order in which databases compare them.</summary>
internal static class StoredBytes
{
    public static byte[] Of(SubjectRef subject)
    {
        var bytes = new byte[SubjectRef.ByteCount];
        subject.CopyTo(bytes);
        return bytes;
    }

    /// <summary>The refs of the people of streams, one after the other.</summary>
    public static byte[] Of(IReadOnlyCollection<StreamId> streams)
    {
        var bytes = new byte[streams.Count * SubjectRef.ByteCount];
        var place = 0;
        foreach (var stream in streams)
        {
            stream.Subject.CopyTo(bytes.AsSpan(place));
            place += SubjectRef.ByteCount;
        }

        return bytes;
    }

    public static byte[] Of(EntryId id) => id.ToGuid().ToByteArray(bigEndian: true);

    public static byte[] Of(Guid value) => value.ToByteArray(bigEndian: true);

    public static byte[] Of(EntrySalt salt)
    {
        var bytes = new byte[EntrySalt.ByteCount];
        salt.CopyTo(bytes);
        return bytes;
    }

    public static byte[] Of(Digest digest)
    {
        var bytes = new byte[Digest.ByteCount];
        digest.CopyTo(bytes);
        return bytes;
    }

    public static byte[] Of(ValueList<Digest> digests)
    {
        var bytes = new byte[digests.Count * Digest.ByteCount];
        for (var i = 0; i < digests.Count; i++)
        {
            digests[i].CopyTo(bytes.AsSpan(i * Digest.ByteCount));
        }

        return bytes;
    }

    public static byte[] Of(ValueList<byte> bytes) => bytes.AsSpan().ToArray();

    public static EntryId EntryIdOf(byte[] bytes) => EntryId.FromGuid(new Guid(bytes, bigEndian: true));

    public static ValueList<Digest> DigestsOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % Digest.ByteCount != 0)
        {
            throw new FormatException("Digests are cut off.");
        }

        var digests = new Digest[bytes.Length / Digest.ByteCount];
        for (var i = 0; i < digests.Length; i++)
        {
            digests[i] = Digest.FromBytes(bytes.Slice(i * Digest.ByteCount, Digest.ByteCount));
        }

        return [.. digests];
    }
}
