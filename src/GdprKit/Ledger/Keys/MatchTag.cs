using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>
/// By what a row is known again whose person was erased, where it comes back with a backup from before the person had a link: a keyed hash of the kind of person and of
/// the application's key. Made and found by <see cref="MatchTags"/>.
/// </summary>
/// <remarks>
/// <para>
/// Keys are given again, so a tag that is found is no proof: it says that a row of this key was erased once, and not that this row is that one. Who has no such proof reports
/// the row and touches nothing. A pseudonym while the ring is there (Art. 4(5)), so it belongs in no log.
/// </para>
/// <para>
/// Written as the 16 hexadecimal digits of the id of the key, a hyphen, and the 64 of the hash, all in lower case. Immutable, and compared by value. <c>default</c> is no
/// tag of anybody. Safe for use by several threads.
/// </para>
/// </remarks>
public readonly record struct MatchTag : IParsable<MatchTag>
{
    private const int KeyLength = 16;

    internal MatchTag(ulong keyId, Digest hash) => (KeyId, Hash) = (keyId, hash);

    /// <summary>Under which key it was made: what that key makes of a fixed text, from which nobody learns the key. Two rings that have a key in common know it by the same id.</summary>
    public ulong KeyId { get; }

    /// <summary>The hash under that key.</summary>
    public Digest Hash { get; }

    /// <summary>Whether this is <c>default</c>, which is nobody's.</summary>
    public bool IsDefault => this == default;

    /// <summary>Reads a tag.</summary>
    /// <param name="s">What <see cref="ToString"/> wrote, nothing around it.</param>
    /// <exception cref="FormatException">GDPR1141: the text is not a tag.</exception>
    public static MatchTag Parse(string s) => TryParse(s, out var tag)
        ? tag
        : throw new FormatException($"{KeyMessages.TagMalformed}: the text is not a match tag. Pass the {KeyLength} and {2 * Digest.ByteCount} lower-case hexadecimal digits of one, with a hyphen between.");

    /// <summary>Reads a tag, and says whether it was one.</summary>
    /// <param name="s">What <see cref="ToString"/> wrote, nothing around it.</param>
    /// <param name="result">The tag, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out MatchTag result)
    {
        result = default;
        var text = s.AsSpan();
        if (text.Length <= KeyLength || text[KeyLength] != '-' || !Digest.TryParse(text[(KeyLength + 1)..], out var hash)
            || !ulong.TryParse(text[..KeyLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var keyId))
        {
            return false;
        }

        // One tag, one text.
        var read = new MatchTag(keyId, hash);
        if (read.ToString() != s)
        {
            return false;
        }

        result = read;
        return true;
    }

    static MatchTag IParsable<MatchTag>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<MatchTag>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MatchTag result) => TryParse(s, out result);

    /// <summary>The 16 digits of the key, a hyphen, and the 64 of the hash.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{KeyId:x16}-{Hash}");
}
