using System.Buffers.Binary;
using System.Text;

namespace GdprKit.Ledger;

/// <summary>Reads what <see cref="FrameWriter"/> wrote into the body of a frame.</summary>
/// <remarks>An <see cref="InvalidDataException"/> where it ends too early: then somebody wrote it who is not GdprKit.</remarks>
internal ref struct BodyReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _left = body;

    public readonly bool IsAtEnd => _left.IsEmpty;

    public byte Byte() => Take(1)[0];

    public int Number2() => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));

    public int Number4() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    public long Number8() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    public Guid Id() => new(Take(16), bigEndian: true);

    public Digest Hash() => Digest.FromBytes(Take(Digest.ByteCount));

    public EntrySalt Salt() => EntrySalt.FromBytes(Take(EntrySalt.ByteCount));

    public SubjectRef Subject() => SubjectRef.FromBytes(Take(SubjectRef.ByteCount));

    public string Name() => Encoding.ASCII.GetString(Take(Byte()));

    public ReadOnlySpan<byte> Bytes() => Take(Number4());

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)_left.Length)
        {
            throw new InvalidDataException();
        }

        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }
}
