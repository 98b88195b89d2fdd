using System.Globalization;
using System.Text.Json;
using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Conformance.Mapping;

/// <summary>How the application keeps values: times as texts that sort as they pass, the values of a collection as a list in one text.</summary>
internal static class SqlValues
{
    private const string Day = "yyyy-MM-dd";

    private const string Moment = "yyyy-MM-dd HH:mm:ss.fffffff";

    public static string ColumnType(PropertyDescription property) =>
        Named(property.Type) is var type && (type.IsEnum || type == typeof(int) || type == typeof(long) || type == typeof(bool)) ? "INTEGER" : "TEXT";

    public static object Write(object? value) => value switch
    {
        null => DBNull.Value,
        string or int or long => value,
        bool truth => truth ? 1 : 0,
        Enum choice => Convert.ToInt32(choice, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString(Day, CultureInfo.InvariantCulture),
        DateTime time => time.ToString(Moment, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture),
        LocalDate day => Write(day.ToDateOnly()),
        LocalDateTime time => Write(time.ToDateTimeUnspecified()),
        Instant time => Write(time.ToDateTimeUtc()),
        ValueList<object?> several => JsonSerializer.Serialize(several.ToArray()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public static object? Read(object stored, PropertyDescription property) => property.IsCollection
        ? JsonSerializer.Deserialize<string[]>((string)stored)!.Select(value => (object?)value).ToValueList()
        : Read(stored, property.Type);

    public static object? Read(object stored, Type type)
    {
        if (stored is DBNull)
        {
            return null;
        }

        var named = Named(type);
        return named == typeof(string) ? stored
            : named == typeof(Guid) ? Guid.Parse((string)stored)
            : named == typeof(bool) ? (long)stored != 0
            : named.IsEnum ? Enum.ToObject(named, stored)
            : named == typeof(DateOnly) ? DateOnly.ParseExact((string)stored, Day, CultureInfo.InvariantCulture)
            : named == typeof(LocalDate) ? LocalDate.FromDateOnly(DateOnly.ParseExact((string)stored, Day, CultureInfo.InvariantCulture))
            : named == typeof(DateTime) ? TimeOf(stored)
            : named == typeof(LocalDateTime) ? LocalDateTime.FromDateTime(TimeOf(stored))
            : named == typeof(DateTimeOffset) ? new DateTimeOffset(TimeOf(stored), TimeSpan.Zero)
            : named == typeof(Instant) ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(TimeOf(stored), DateTimeKind.Utc))
            : Convert.ChangeType(stored, named, CultureInfo.InvariantCulture);
    }

    private static DateTime TimeOf(object stored) => DateTime.ParseExact((string)stored, Moment, CultureInfo.InvariantCulture);

    private static Type Named(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
