using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace GdprKit;

/// <summary>
/// A person in the ledger: 128 random bits that say nothing about anybody. Only the table of links knows who it is
/// (<see cref="Subjects.ISubjectDirectory"/>); when the link is gone, nobody does.
/// </summary>
/// <remarks>
/// Never computed from a key or a name, so nobody who knows those can find it. A pseudonym while the link stands (Art. 4(5)), so it
/// belongs in no log. <c>default</c> is nobody: the subject of what is about no person. Written as 32 lower-case hexadecimal digits,
/// and ordered as its text is. Safe for use by several threads.
/// </remarks>
public readonly record struct SubjectRef : IParsable<SubjectRef>, IComparable<SubjectRef>
{
    /// <summary>The number of bytes of a ref.</summary>
    public const int ByteCount = 16;

    private const int TextLength = 2 * ByteCount;

    private static readonly SearchValues<char> LowerCaseHexadecimal = SearchValues.Create("0123456789abcdef");

    private readonly UInt128 _value;

    private SubjectRef(UInt128 value) => _value = value;

    /// <summary>Nobody: the subject of what is about no person. 16 zeros.</summary>
    public static SubjectRef None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => _value == UInt128.Zero;

    /// <summary>Whether one ref comes before another.</summary>
    public static bool operator <(SubjectRef left, SubjectRef right) => left.CompareTo(right) < 0;

    /// <summary>Whether one ref comes after another.</summary>
    public static bool operator >(SubjectRef left, SubjectRef right) => left.CompareTo(right) > 0;

    /// <summary>Whether one ref does not come after another.</summary>
    public static bool operator <=(SubjectRef left, SubjectRef right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one ref does not come before another.</summary>
    public static bool operator >=(SubjectRef left, SubjectRef right) => left.CompareTo(right) >= 0;

    /// <summary>A ref that was never used: 128 bits of the operating system's random number generator.</summary>
    public static SubjectRef New()
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        RandomNumberGenerator.Fill(bytes);
        return FromBytes(bytes);
    }

    /// <summary>Takes over a ref that was stored.</summary>
    /// <param name="bytes">16 bytes, the most significant one first.</param>
    /// <exception cref="ArgumentException">GDPR1101: there are not exactly 16 bytes.</exception>
    public static SubjectRef FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == ByteCount
        ? new SubjectRef(BinaryPrimitives.ReadUInt128BigEndian(bytes))
        : throw new ArgumentException($"{SubjectMessages.RefLength}: a ref has {ByteCount} bytes, not {bytes.Length}. Pass exactly the bytes that were stored.", nameof(bytes));

    /// <summary>Reads a ref.</summary>
    /// <param name="s">32 lower-case hexadecimal digits, nothing around them.</param>
    /// <exception cref="FormatException">GDPR1100: the text is not a ref.</exception>
    public static SubjectRef Parse(string s) => TryParse(s, out var subject)
        ? subject
        : throw new FormatException($"{SubjectMessages.RefMalformed}: the text is not a ref. Pass the {TextLength} lower-case hexadecimal digits of one.");

    /// <summary>Reads a ref, and says whether it was one.</summary>
    /// <param name="s">32 lower-case hexadecimal digits, nothing around them.</param>
    /// <param name="result">The ref, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out SubjectRef result)
    {
        result = default;
        if (s is not { Length: TextLength } || s.AsSpan().ContainsAnyExcept(LowerCaseHexadecimal))
        {
            return false;
        }

        result = new SubjectRef(UInt128.Parse(s, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return true;
    }

    static SubjectRef IParsable<SubjectRef>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<SubjectRef>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SubjectRef result) => TryParse(s, out result);

    /// <summary>Writes the 16 bytes of the ref, the most significant one first.</summary>
    /// <param name="destination">Where to; at least <see cref="ByteCount"/> bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is less room than <see cref="ByteCount"/> bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, ByteCount, nameof(destination));
        BinaryPrimitives.WriteUInt128BigEndian(destination, _value);
    }

    /// <inheritdoc/>
    public int CompareTo(SubjectRef other) => _value.CompareTo(other._value);

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => _value.ToString("x32", CultureInfo.InvariantCulture);
}
