using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace GdprKit.Ledger;

/// <summary>Reads the frames of a file one after the other, as many bytes at a time as fit into a small buffer.</summary>
internal sealed class FrameReader(SafeFileHandle file, long offset, int bytesAtOnce = FrameReader.Many)
{
    /// <summary>So many bytes are read at a time by who reads a single frame.</summary>
    public const int Few = 2 * 1024;

    private const int Many = 64 * 1024;

    // More than an entry can have: facts, details and the digests of content.
    private const int MostBytes = 8 * 1024 * 1024;

    private const int Front = sizeof(int) + 1;

    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(bytesAtOnce);

    private int _from;

    private int _to;

    private int _length;

    /// <summary>Where the frame begins that was read last; where none could be read, the place where it was sought.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>Where the next frame begins.</summary>
    public long Next { get; private set; } = offset;

    /// <summary>The kind of the frame that was read last; <see cref="FrameKind.None"/> when there is none, or none that is whole and right.</summary>
    public FrameKind Kind { get; private set; }

    public ReadOnlySpan<byte> Body => Frame[Front..^sizeof(uint)];

    /// <summary>The frame with its length and its check.</summary>
    public ReadOnlySpan<byte> Frame => _buffer.AsSpan(_from - _length, _length);

    public FrameKind Read()
    {
        (Kind, Offset) = (FrameKind.None, Next);
        if (!Fill(Front))
        {
            return Kind;
        }

        var body = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_from));
        if (body is < 0 or > MostBytes || !Fill(body + FrameWriter.Overhead))
        {
            return Kind;
        }

        var frame = _buffer.AsSpan(_from, body + FrameWriter.Overhead);
        if (BinaryPrimitives.ReadUInt32BigEndian(frame[^sizeof(uint)..]) != FrameWriter.CheckOf(frame[..^sizeof(uint)]))
        {
            return Kind;
        }

        (_length, _from, Next) = (frame.Length, _from + frame.Length, Next + frame.Length);
        return Kind = (FrameKind)frame[sizeof(int)];
    }

    private bool Fill(int count)
    {
        if (_to - _from >= count)
        {
            return true;
        }

        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to, _length) = (0, _to - _from, 0);
        if (_buffer.Length < count)
        {
            Array.Resize(ref _buffer, Math.Max(count, 2 * _buffer.Length));
        }

        while (_to < count)
        {
            var read = RandomAccess.Read(file, _buffer.AsSpan(_to), Next + _to);
            if (read == 0)
            {
                return false;
            }

            _to += read;
        }

        return true;
    }
}
