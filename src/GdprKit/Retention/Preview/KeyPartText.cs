using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Retention;

/// <summary>Writes a part of a key of a row, the same in every form of a preview.</summary>
internal static class KeyPartText
{
    public static string? Of(object? part) => part switch
    {
        null => null,
        byte[] bytes => Convert.ToBase64String(bytes),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)part).ToString("O", CultureInfo.InvariantCulture),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalDateTime time => LocalDateTimePattern.ExtendedIso.Format(time),
        _ => Convert.ToString(part, CultureInfo.InvariantCulture),
    };
}
