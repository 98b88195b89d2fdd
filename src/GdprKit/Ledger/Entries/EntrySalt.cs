using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GdprKit.Ledger;

/// <summary>
/// 128 random bits that go into a commitment beside what is committed to, so that nobody can find the content by trying. When the salt
/// is forgotten with the content, the commitment says nothing any more.
/// </summary>
/// <remarks>Compared by value. <c>default</c> is no salt. Safe for use by several threads.</remarks>
public readonly record struct EntrySalt
{
    /// <summary>The number of bytes of a salt.</summary>
    public const int ByteCount = 16;

    private readonly UInt128 _value;

    private EntrySalt(UInt128 value) => _value = value;

    /// <summary>A new salt, of the operating system's random number generator.</summary>
    public static EntrySalt New()
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        RandomNumberGenerator.Fill(bytes);
        return FromBytes(bytes);
    }

    /// <summary>Takes over a salt that was stored.</summary>
    /// <param name="bytes">16 bytes.</param>
    /// <exception cref="ArgumentException">GDPR1107: there are not exactly 16 bytes.</exception>
    public static EntrySalt FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == ByteCount
        ? new EntrySalt(BinaryPrimitives.ReadUInt128BigEndian(bytes))
        : throw new ArgumentException($"{LedgerMessages.SaltLength}: a salt has {ByteCount} bytes, not {bytes.Length}. Pass exactly the bytes that were stored.", nameof(bytes));

    /// <summary>Writes the 16 bytes of the salt.</summary>
    /// <param name="destination">Where to; at least <see cref="ByteCount"/> bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is less room than <see cref="ByteCount"/> bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, ByteCount, nameof(destination));
        BinaryPrimitives.WriteUInt128BigEndian(destination, _value);
    }

    /// <summary>The word "salt": its bits are withheld.</summary>
    public override string ToString() => "salt";
}
