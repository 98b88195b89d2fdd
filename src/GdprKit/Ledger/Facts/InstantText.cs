using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Ledger;

/// <summary>Reads instants as <see cref="InstantJsonConverter"/> writes them: those of years with four digits without making a text of them first.</summary>
internal static class InstantText
{
    private const int ShortestLength = 20;

    private const int MostDecimals = 9;

    /// <summary>Reads the value on which a reader stands, and says whether it was an instant.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out Instant instant)
    {
        instant = default;
        if (reader.TokenType is not JsonTokenType.String)
        {
            return false;
        }

        if (!reader.HasValueSequence && TryReadPlain(reader.ValueSpan, out instant))
        {
            return true;
        }

        var result = InstantPattern.ExtendedIso.Parse(reader.GetString()!);
        instant = result.Success ? result.Value : default;
        return result.Success;
    }

    // 2026-11-26T08:30:00Z, with one to nine decimals of a second. What looks otherwise is left to the pattern.
    private static bool TryReadPlain(ReadOnlySpan<byte> text, out Instant instant)
    {
        instant = default;
        if (text.Length < ShortestLength || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[^1] != 'Z'
            || !TryReadNumber(text[..4], out var year) || !TryReadNumber(text[5..7], out var month) || !TryReadNumber(text[8..10], out var day)
            || !TryReadNumber(text[11..13], out var hour) || !TryReadNumber(text[14..16], out var minute) || !TryReadNumber(text[17..19], out var second)
            || !TryReadDecimals(text[19..^1], out var nanoseconds)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var days = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Subtract(DateTime.UnixEpoch).Days;
        instant = Instant.FromUnixTimeSeconds((days * (long)NodaConstants.SecondsPerDay) + (((hour * 60) + minute) * 60) + second).PlusNanoseconds(nanoseconds);
        return true;
    }

    private static bool TryReadDecimals(ReadOnlySpan<byte> text, out int nanoseconds)
    {
        nanoseconds = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is 1 or > MostDecimals + 1 || !TryReadNumber(text[1..], out nanoseconds))
        {
            return false;
        }

        for (var missing = MostDecimals + 1 - text.Length; missing > 0; missing--)
        {
            nanoseconds *= 10;
        }

        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
