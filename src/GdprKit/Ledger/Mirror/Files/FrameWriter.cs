using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace GdprKit.Ledger;

/// <summary>Writes frames into memory: length of the body (4), kind (1), body, CRC-32C of all that (4); numbers in big-endian order.</summary>
internal sealed class FrameWriter
{
    /// <summary>What a frame has beside its body.</summary>
    public const int Overhead = Front + sizeof(uint);

    private const int Front = sizeof(int) + 1;

    private byte[] _bytes = new byte[4096];

    private int _begin;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>The check of a frame. It finds every flipped bit; against who changes a file on purpose there is the tree.</summary>
    public static uint CheckOf(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            check = BitOperations.Crc32C(check, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var each in bytes)
        {
            check = BitOperations.Crc32C(check, each);
        }

        return ~check;
    }

    public void Clear() => Length = 0;

    public void Begin(FrameKind kind)
    {
        _begin = Length;
        Number4(0);
        Byte((byte)kind);
    }

    public void End()
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_begin), Length - _begin - Front);
        Number4(unchecked((int)CheckOf(_bytes.AsSpan(_begin, Length - _begin))));
    }

    public void Byte(byte value) => Room(1)[0] = value;

    public void Number2(int value) => BinaryPrimitives.WriteUInt16BigEndian(Room(sizeof(ushort)), checked((ushort)value));

    public void Number4(int value) => BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value);

    public void Number8(long value) => BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), value);

    public void Id(Guid value) => value.TryWriteBytes(Room(16), bigEndian: true, out _);

    public void Hash(Digest value) => value.CopyTo(Room(Digest.ByteCount));

    public void Salt(EntrySalt value) => value.CopyTo(Room(EntrySalt.ByteCount));

    public void Subject(SubjectRef value) => value.CopyTo(Room(SubjectRef.ByteCount));

    /// <summary>A name or a key: the number of its bytes (1) and the bytes.</summary>
    public void Name(string ascii)
    {
        Byte(checked((byte)ascii.Length));
        Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
    }

    /// <summary>The number of bytes (4) and the bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number4(value.Length);
        Raw(value);
    }

    /// <summary>Frames as they are.</summary>
    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Room(value.Length));

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
