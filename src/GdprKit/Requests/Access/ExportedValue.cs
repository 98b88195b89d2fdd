using System.Collections;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Requests;

/// <summary>Writes a value of a row so that people and programs read the same: dates and times as ISO 8601, numbers with a point, bytes in Base64.</summary>
internal static class ExportedValue
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case byte[] or ValueList<byte>:
                json.WriteStringValue(ToText(value));
                break;
            case IEnumerable several and not IFormattable:
                json.WriteStartArray();
                foreach (var each in several)
                {
                    Write(json, each);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(ToText(value));
                break;
        }
    }

    /// <summary>The value as a text; empty where there is none.</summary>
    public static string ToText(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        byte[] bytes => Convert.ToBase64String(bytes),
        ValueList<byte> bytes => Convert.ToBase64String(bytes.AsSpan()),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
        LocalDateTime time => LocalDateTimePattern.ExtendedIso.Format(time),
        OffsetDateTime time => OffsetDateTimePattern.ExtendedIso.Format(time),
        ZonedDateTime time => OffsetDateTimePattern.ExtendedIso.Format(time.ToOffsetDateTime()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable several => string.Join("; ", several.Cast<object?>().Select(ToText)),
        _ => value.ToString() ?? "",
    };
}
