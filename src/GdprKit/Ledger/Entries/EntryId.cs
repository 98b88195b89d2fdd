using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>The id of one entry, made before it is appended: whoever sends the same entry twice records it once.</summary>
/// <remarks>
/// A UUID of version 7 (RFC 9562, 5.7): the millisecond it was made in, then 74 random bits. Written as 32 lower-case hexadecimal
/// digits with hyphens, ordered as its text is; by time to the millisecond only, so the order of a stream is its versions. Does not
/// identify a person. <c>default</c> is no id. Safe for use by several threads.
/// </remarks>
public readonly record struct EntryId : IParsable<EntryId>, IComparable<EntryId>
{
    private readonly Guid _value;

    private EntryId(Guid value) => _value = value;

    /// <summary>Whether this is <c>default</c>, the id of nothing.</summary>
    public bool IsDefault => _value == Guid.Empty;

    /// <summary>Whether one id comes before another.</summary>
    public static bool operator <(EntryId left, EntryId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one id comes after another.</summary>
    public static bool operator >(EntryId left, EntryId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one id does not come after another.</summary>
    public static bool operator <=(EntryId left, EntryId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one id does not come before another.</summary>
    public static bool operator >=(EntryId left, EntryId right) => left.CompareTo(right) >= 0;

    /// <summary>A new id.</summary>
    /// <param name="now">The instant of the injected clock, in 1970 or later.</param>
    public static EntryId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    /// <summary>Takes over an id that was stored or sent.</summary>
    /// <param name="value">A UUID of version 7.</param>
    /// <exception cref="ArgumentException">GDPR1105: it is a UUID of another kind.</exception>
    public static EntryId FromGuid(Guid value) => IsVersion7(value)
        ? new EntryId(value)
        : throw new ArgumentException($"{LedgerMessages.EntryIdMalformed}: the UUID is not the id of an entry. Make ids with EntryId.New.", nameof(value));

    /// <summary>Reads an id.</summary>
    /// <param name="s">32 lower-case hexadecimal digits with hyphens, nothing around them.</param>
    /// <exception cref="FormatException">GDPR1105: the text is not the id of an entry.</exception>
    public static EntryId Parse(string s) => TryParse(s, out var id)
        ? id
        : throw new FormatException($"{LedgerMessages.EntryIdMalformed}: the text is not the id of an entry. Make ids with EntryId.New.");

    /// <summary>Reads an id, and says whether it was one.</summary>
    /// <param name="s">32 lower-case hexadecimal digits with hyphens, nothing around them.</param>
    /// <param name="result">The id, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out EntryId result)
    {
        // One id, one text: the upper-case digits that the conversion would accept are refused.
        var isId = Guid.TryParseExact(s, "D", out var value) && IsVersion7(value) && string.Equals(value.ToString(), s, StringComparison.Ordinal);
        result = isId ? new EntryId(value) : default;
        return isId;
    }

    /// <summary>The id of what follows from the entry with this id in one way only: always the same, so that nobody makes it twice.</summary>
    /// <param name="by">In which way; ASCII.</param>
    internal EntryId Derive(string by)
    {
        Span<byte> bytes = stackalloc byte[16];
        _value.TryWriteBytes(bytes, bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. bytes, .. Encoding.ASCII.GetBytes(by)], hash);

        // The millisecond stays; of the rest come the version and the variant first.
        hash[..10].CopyTo(bytes[6..]);
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x70), (byte)((bytes[8] & 0x3F) | 0x80));
        return new EntryId(new Guid(bytes, bigEndian: true));
    }

    static EntryId IParsable<EntryId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<EntryId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EntryId result) => TryParse(s, out result);

    /// <summary>The id as a UUID.</summary>
    public Guid ToGuid() => _value;

    /// <inheritdoc/>
    public int CompareTo(EntryId other) => _value.CompareTo(other._value);

    /// <summary>32 lower-case hexadecimal digits with hyphens.</summary>
    public override string ToString() => _value.ToString();

    // Version 7 of the variant of RFC 9562, whose two bits are binary 10.
    private static bool IsVersion7(Guid value) => value.Version == 7 && value.Variant is >= 8 and <= 11;
}
