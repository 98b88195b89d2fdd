using System.Text.Json;

namespace GdprKit.Ledger;

/// <summary>
/// Looks at facts once more before they are appended: for a number that JSON cannot hold exactly, and for the application's key of the
/// person they are about. The types of facts leave little room for it; this is the second line.
/// </summary>
internal static class FactsGuard
{
    private const int ShortestIdentifier = 9;

    private const long LargestNumber = 1L << 53;

    /// <summary>Refuses facts that must not be appended.</summary>
    /// <param name="facts">The facts as canonical JSON.</param>
    /// <param name="about">The person they are about, or <see langword="null"/>.</param>
    /// <exception cref="LedgerException">GDPR1112 or GDPR1113.</exception>
    public static void Check(ValueList<byte> facts, SubjectId? about)
    {
        var identifiers = about?.Key.Where(IsTelling).ToArray() ?? [];
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

    private static string Text(in Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString()!;

    private static void RefuseInexact(in Utf8JsonReader reader)
    {
        if (!reader.TryGetInt64(out var number) || number is < -LargestNumber or > LargestNumber)
        {
            throw new LedgerException(
                LedgerMessages.NumberTooLarge,
                "Facts hold a number that JSON cannot hold exactly.",
                $"Keep whole numbers between -{LargestNumber} and {LargestNumber}.");
        }
    }

    // "42" is also a count, and "newsletter" an activity: a person with such a key must not be kept from withdrawing a consent.
    private static bool IsTelling(string part) => part.Length >= ShortestIdentifier && part.Any(letter => letter is not ('-' or (>= 'a' and <= 'z')));
}
