using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The form in which the driver of SQLite writes dates: <c>2001-02-03</c>, and <c>2001-02-03 04:05:06.1234567</c> with up to seven digits
/// behind the point. Read without an exception and without a copy, because millions are.
/// </summary>
internal static class WrittenForm
{
    private const int Day = 10;
    private const int Seconds = 19;
    private const int Longest = 27;

    /// <summary>Reads a date that has the form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="withTime">Whether a time of the day may follow.</param>
    /// <param name="date">The date.</param>
    public static bool TryRead(ReadOnlySpan<char> text, bool withTime, out LocalDateTime date)
    {
        date = default;
        if (text.Length < Day || text[4] != '-' || text[7] != '-'
            || !TryRead(text[..4], out var year) || !TryRead(text[5..7], out var month) || !TryRead(text[8..Day], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var fraction = 0;
        var (hour, minute, second) = (0, 0, 0);
        if (text.Length > Day && (!withTime || !TryReadTime(text, out hour, out minute, out second, out fraction)))
        {
            return false;
        }

        date = new LocalDateTime(year, month, day, hour, minute, second).PlusTicks(fraction);
        return true;
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, out int hour, out int minute, out int second, out int fraction)
    {
        (hour, minute, second, fraction) = (0, 0, 0, 0);
        if (text.Length is < Seconds or Seconds + 1 or > Longest || text[Day] != ' ' || text[13] != ':' || text[16] != ':'
            || !TryRead(text[11..13], out hour) || !TryRead(text[14..16], out minute) || !TryRead(text[17..Seconds], out second)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        if (text.Length == Seconds)
        {
            return true;
        }

        if (text[Seconds] != '.' || !TryRead(text[(Seconds + 1)..], out fraction))
        {
            return false;
        }

        for (var digits = text.Length - Seconds - 1; digits < Longest - Seconds - 1; digits++)
        {
            fraction *= 10;
        }

        return true;
    }

    private static bool TryRead(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
