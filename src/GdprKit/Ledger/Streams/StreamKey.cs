using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Ledger;

/// <summary>What tells the streams of one kind and one person apart: an activity, a version, a day.</summary>
/// <remarks>
/// <para>
/// Made of what is known to identify nobody, part by part: <c>StreamKey.Of(activity) / StreamKey.Of(channel)</c>. Letters, digits and
/// <c>-._~:/</c>, at most 128 characters, compared ordinally: no blank and no at sign, so that neither a name nor an e-mail address is
/// a key. It stands in the database, in the mirror and in exports.
/// </para>
/// <para><c>default</c> is the empty key, of kinds that have one stream for a person. Safe for use by several threads.</para>
/// </remarks>
public readonly record struct StreamKey : IParsable<StreamKey>, IComparable<StreamKey>
{
    private readonly string? _text;

    private StreamKey(string? text) => _text = string.IsNullOrEmpty(text) ? null : text;

    /// <summary>The empty key.</summary>
    public static StreamKey Empty => default;

    /// <summary>Whether one key comes before another in ordinal order.</summary>
    public static bool operator <(StreamKey left, StreamKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key comes after another in ordinal order.</summary>
    public static bool operator >(StreamKey left, StreamKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key does not come after another in ordinal order.</summary>
    public static bool operator <=(StreamKey left, StreamKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key does not come before another in ordinal order.</summary>
    public static bool operator >=(StreamKey left, StreamKey right) => left.CompareTo(right) >= 0;

    /// <summary>A key of two keys, with a slash between them.</summary>
    /// <exception cref="FormatException">GDPR1103: together they are too long.</exception>
    public static StreamKey operator /(StreamKey left, StreamKey right) => Parse($"{left}/{right}");

    /// <summary>The key of a declaration as the key of a stream.</summary>
    /// <typeparam name="TDeclaration">What the key is the name of.</typeparam>
    /// <param name="key">The key.</param>
    public static StreamKey Of<TDeclaration>(Key<TDeclaration> key)
        where TDeclaration : class => new(key.ToString());

    /// <summary>A digest as the key of a stream, as that of a version.</summary>
    /// <param name="digest">The digest.</param>
    public static StreamKey Of(Digest digest) => new(digest.ToString());

    /// <summary>An id as the key of a stream, as that of a request.</summary>
    /// <param name="id">The id.</param>
    public static StreamKey Of(EntryId id) => new(id.ToString());

    /// <summary>A day as the key of a stream, as that of a run.</summary>
    /// <param name="day">The day.</param>
    public static StreamKey Of(LocalDate day) => new(LocalDatePattern.Iso.Format(day));

    /// <summary>A member of an enumeration as the key of a stream, written as a status is.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="member">A member that has a name.</param>
    public static StreamKey Of<TEnum>(TEnum member)
        where TEnum : struct, Enum => new(StreamStatus.Of(member).ToString());

    /// <summary>Reads a key.</summary>
    /// <param name="s">The key; it must not identify anybody.</param>
    /// <exception cref="FormatException">GDPR1103: the text is not the key of a stream.</exception>
    public static StreamKey Parse(string s) => TryParse(s, out var key)
        ? key
        : throw new FormatException($"{LedgerMessages.KeyMalformed}: the text is not the key of a stream. Use letters, digits and -._~:/ only, at most {LedgerLimits.KeyLength} characters, and nothing that identifies a person.");

    /// <summary>Reads a key, and says whether it was one.</summary>
    /// <param name="s">The key.</param>
    /// <param name="result">The key, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out StreamKey result)
    {
        if (NameSyntax.IsKey(s))
        {
            result = new StreamKey(s);
            return true;
        }

        result = default;
        return false;
    }

    static StreamKey IParsable<StreamKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<StreamKey>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StreamKey result) => TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(StreamKey other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The text of the key.</summary>
    public override string ToString() => _text ?? "";
}
