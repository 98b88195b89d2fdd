using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GdprKit.Content;

namespace GdprKit;

/// <summary>
/// The SHA-256 of some content (FIPS 180-4), by which that content is known: the same bytes have the same digest, and nobody
/// can find other bytes that have it.
/// </summary>
/// <remarks>
/// 32 bytes, written as 64 lower-case hexadecimal digits. Compared by value, and ordered as its text is. <c>default</c> is no
/// digest of anything: 32 zeros, for which no content is known. Takes no memory beyond its own 32 bytes. Safe for use by
/// several threads.
/// </remarks>
public readonly record struct Digest : ISpanParsable<Digest>, ISpanFormattable, IComparable<Digest>
{
    /// <summary>The number of bytes of a digest.</summary>
    public const int ByteCount = SHA256.HashSizeInBytes;

    private const int TextLength = 2 * ByteCount;

    private static readonly SearchValues<char> LowerCaseHexadecimal = SearchValues.Create("0123456789abcdef");

    // Four words, most significant byte first, so that comparing words is comparing bytes.
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    private Digest(ReadOnlySpan<byte> bytes)
    {
        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Whether this is <c>default</c>, the digest of nothing.</summary>
    public bool IsDefault => this == default;

    /// <summary>Whether one digest comes before another.</summary>
    public static bool operator <(Digest left, Digest right) => left.CompareTo(right) < 0;

    /// <summary>Whether one digest comes after another.</summary>
    public static bool operator >(Digest left, Digest right) => left.CompareTo(right) > 0;

    /// <summary>Whether one digest does not come after another.</summary>
    public static bool operator <=(Digest left, Digest right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one digest does not come before another.</summary>
    public static bool operator >=(Digest left, Digest right) => left.CompareTo(right) >= 0;

    /// <summary>Takes the digest of content.</summary>
    /// <param name="content">The content; no bytes at all have a digest too.</param>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[ByteCount];
        SHA256.HashData(content, hash);
        return new Digest(hash);
    }

    /// <summary>Takes over a digest that was computed or stored elsewhere.</summary>
    /// <param name="bytes">The 32 bytes of a SHA-256.</param>
    /// <exception cref="ArgumentException">GDPR1051: there are not exactly 32 bytes.</exception>
    public static Digest FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == ByteCount
        ? new Digest(bytes)
        : throw new ArgumentException($"{ContentMessages.DigestLength}: a digest has {ByteCount} bytes, not {bytes.Length}. Pass exactly the bytes of one SHA-256.", nameof(bytes));

    /// <summary>Reads a digest.</summary>
    /// <param name="s">64 lower-case hexadecimal digits, nothing around them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">GDPR1050: the text is not a digest.</exception>
    public static Digest Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <summary>Reads a digest.</summary>
    /// <param name="s">64 lower-case hexadecimal digits, nothing around them.</param>
    /// <exception cref="FormatException">GDPR1050: the text is not a digest.</exception>
    public static Digest Parse(ReadOnlySpan<char> s) => TryParse(s, out var digest)
        ? digest
        : throw new FormatException($"{ContentMessages.DigestMalformed}: the text is not a digest. Pass the {TextLength} lower-case hexadecimal digits of a SHA-256.");

    /// <summary>Reads a digest, and says whether it was one.</summary>
    /// <param name="s">64 lower-case hexadecimal digits, nothing around them.</param>
    /// <param name="result">The digest, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out Digest result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string?, out Digest)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out Digest result)
    {
        // One digest, one text: the upper-case digits that the conversion would accept are refused.
        Span<byte> bytes = stackalloc byte[ByteCount];
        if (s.Length != TextLength
            || s.ContainsAnyExcept(LowerCaseHexadecimal)
            || Convert.FromHexString(s, bytes, out _, out _) is not OperationStatus.Done)
        {
            result = default;
            return false;
        }

        result = new Digest(bytes);
        return true;
    }

    /// <summary>Writes the 32 bytes of the digest.</summary>
    /// <param name="destination">Where to; at least <see cref="ByteCount"/> bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is less room than <see cref="ByteCount"/> bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, ByteCount, nameof(destination));
        BinaryPrimitives.WriteUInt64BigEndian(destination, _first);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _fourth);
    }

    /// <inheritdoc/>
    public int CompareTo(Digest other) =>
        _first != other._first ? _first.CompareTo(other._first)
        : _second != other._second ? _second.CompareTo(other._second)
        : _third != other._third ? _third.CompareTo(other._third)
        : _fourth.CompareTo(other._fourth);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => string.Create(TextLength, this, static (text, digest) => digest.TryFormat(text, out _));

    /// <summary>Writes 64 lower-case hexadecimal digits, and says whether there was room for them.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">64, or 0 when there was no room.</param>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        CopyTo(bytes);
        return Convert.TryToHexStringLower(bytes, destination, out charsWritten);
    }

    // A digest is written in one way, whatever the format and the culture: what the interfaces add stays out of sight.
    static Digest IParsable<Digest>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Digest ISpanParsable<Digest>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Digest>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Digest result) => TryParse(s, out result);

    static bool ISpanParsable<Digest>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Digest result) => TryParse(s, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);
}
