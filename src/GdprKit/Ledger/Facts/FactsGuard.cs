using System.Text.Json;

namespace GdprKit.Ledger;

/// <summary>
/// Looks at facts and the key of their stream once more before they are appended: for a number that JSON cannot hold exactly, and for the
/// application's key of the person they are about. The types of facts leave little room for it; this is the second line.
/// </summary>
internal static class FactsGuard
{
    private const int ShortestIdentifier = 9;

    // Beyond it neighbours are written alike, so that what canonical JSON holds no longer shows what was meant.
    private const long LargestNumber = (1L << 53) - 1;

    /// <summary>Refuses JSON with a number that its canonical form would change, so before that is made.</summary>
    /// <param name="json">Facts or a state, as they were serialized.</param>
    /// <exception cref="LedgerException">GDPR1113.</exception>
    public static void RequireExactNumbers(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.Number)
            {
                RefuseInexact(reader);
            }
        }
    }

    /// <summary>Refuses a stream in whose key the application's key of the person stands.</summary>
    /// <param name="key">The key of the stream.</param>
    /// <param name="about">The person it is about, or <see langword="null"/>.</param>
    /// <exception cref="LedgerException">GDPR1112.</exception>
    public static void CheckKey(StreamKey key, SubjectId? about)
    {
        if (Array.Exists(IdentifiersOf(about), key.ToString().Contains))
        {
            throw new LedgerException(
                LedgerMessages.FactsIdentify,
                "The key of a stream holds the application's key of the person it is about.",
                "Leave it out: the subject of the stream says who it is; let its key say which of that person's streams it is.");
        }
    }

    /// <summary>Refuses facts that must not be appended.</summary>
    /// <param name="facts">The facts as canonical JSON.</param>
    /// <param name="about">The person they are about, or <see langword="null"/>.</param>
    /// <exception cref="LedgerException">GDPR1112 or GDPR1113.</exception>
    public static void Check(ValueList<byte> facts, SubjectId? about)
    {
        var identifiers = IdentifiersOf(about);
        var reader = new Utf8JsonReader(facts.AsSpan());
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.Number)
            {
                RefuseInexact(reader);
            }

            if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String or JsonTokenType.PropertyName && Array.Exists(identifiers, Text(reader).Contains))
            {
                throw new LedgerException(
                    LedgerMessages.FactsIdentify,
                    "Facts hold the application's key of the person they are about.",
                    "Leave it out: the subject of the stream says who it is; what must be kept in words belongs into the details.");
            }
        }
    }

    private static string[] IdentifiersOf(SubjectId? about) => about?.Key.Where(IsTelling).ToArray() ?? [];

    private static string Text(in Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString()!;

    private static void RefuseInexact(in Utf8JsonReader reader)
    {
        if (!reader.TryGetInt64(out var number) || number is < -LargestNumber or > LargestNumber)
        {
            throw new LedgerException(
                LedgerMessages.NumberTooLarge,
                "Facts or a state hold a number that JSON cannot hold exactly.",
                $"Keep whole numbers between -{LargestNumber} and {LargestNumber}.");
        }
    }

    // "42" is also a count, and "newsletter" an activity: a person with such a key must not be kept from withdrawing a consent.
    private static bool IsTelling(string part) => part.Length >= ShortestIdentifier && part.Any(letter => letter is not ('-' or (>= 'a' and <= 'z')));
}
