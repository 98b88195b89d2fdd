using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GdprKit.EntityFrameworkCore;

/// <summary>How the text of a column becomes the value of its property: as the driver of the database makes it, but without an exception.</summary>
internal sealed class StoredText
{
    private readonly Type _stored;
    private readonly ValueConverter? _converter;

    private StoredText(Type stored, ValueConverter? converter) => (_stored, _converter) = (stored, converter);

    /// <summary>How a column keeps its values as texts; <see langword="null"/> when it keeps none, or any text is a value.</summary>
    public static StoredText? Of(RelationalTypeMapping mapping, Dialect dialect)
    {
        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        return (stored == typeof(string) && mapping.Converter is not null) || (dialect.IsSqlite && IsWritten(stored)) ? new StoredText(stored, mapping.Converter) : null;
    }

    /// <summary>Whether a converter of the host has a say in it.</summary>
    public bool IsConverted => _converter is not null;

    /// <summary>The value of a text; <see langword="null"/> when it is none.</summary>
    public object? Parse(string text)
    {
#pragma warning disable CA1031 // A converter of the host says so of a text that it does not know, by whatever exception its parser has, and quotes it.
        try
        {
            return StoredOf(text) is { } stored ? _converter is null ? stored : _converter.ConvertFromProvider(stored) : null;
        }
        catch
        {
            return null;
        }
#pragma warning restore CA1031
    }

    /// <summary>What is stored of a value: a text, or what the driver writes as one; <see langword="null"/> when it is not stored.</summary>
    public object? TryWrite(object value)
    {
#pragma warning disable CA1031 // As of reading.
        try
        {
            return _converter is null ? value : _converter.ConvertToProvider(value);
        }
        catch
        {
            return null;
        }
#pragma warning restore CA1031
    }

    private static bool IsWritten(Type type) => type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(DateTimeOffset)
        || type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(decimal);

    private object? StoredOf(string text) =>
        _stored == typeof(string) ? text
        : _stored == typeof(decimal) ? decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null
        : double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) ? OfDays(days)
        : OfText(text);

    private object? OfText(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return _stored == typeof(DateTime) ? DateTime.TryParse(text, culture, DateTimeStyles.AdjustToUniversal, out var time) ? time : null
            : _stored == typeof(DateOnly) ? DateOnly.TryParse(text, culture, out var day) ? day : null
            : _stored == typeof(DateTimeOffset) ? DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null
            : _stored == typeof(TimeOnly) ? TimeOnly.TryParse(text, culture, out var clock) ? clock : null
            : TimeSpan.TryParse(text, culture, out var span) ? span : null;
    }

    // A number is so many days: of a date since noon of the first day of the Julian period, to the millisecond.
    private object? OfDays(double days)
    {
        if (_stored == typeof(TimeSpan))
        {
            return Math.Abs(days) < TimeSpan.MaxValue.TotalDays ? TimeSpan.FromDays(days) : null;
        }

        const double FirstDay = 1721425.5;
        const double AfterLastDay = 5373484.5;
        if (_stored == typeof(TimeOnly) || days is not (>= FirstDay and < AfterLastDay))
        {
            return null;
        }

        var time = DateTime.MinValue.AddMilliseconds(Math.Round((days - FirstDay) * 86_400_000));
        return _stored == typeof(DateTime) ? time
            : _stored == typeof(DateOnly) ? DateOnly.FromDateTime(time)
            : new DateTimeOffset(time, TimeSpan.Zero);
    }
}
