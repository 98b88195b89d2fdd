using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Makes bounds into values that a column could hold.</summary>
/// <param name="mapping">How the column stores dates; <see langword="null"/> when nobody can tell.</param>
/// <param name="isStored">Whether dates are compared as the column stores them; else something was computed from them.</param>
/// <param name="dialect">The database.</param>
internal sealed class TimeBounds(RelationalTypeMapping? mapping, bool isStored, Dialect dialect)
{
    /// <summary>What to compare with, and whether it lies below the bound, with nothing that can be stored between them.</summary>
    public (object Stored, bool IsBelow) AsStored(object bound)
    {
        // A text without a time of the day comes before its own midnight.
        if (isStored && dialect.IsSqlite && bound is DateTime { Ticks: > 0 } time && time.TimeOfDay == TimeSpan.Zero && mapping?.Converter is null)
        {
            return (time.AddTicks(-1), true);
        }

        var stored = WithKind(bound);
        return (stored, isStored && Kept(stored) is { } kept && Moment.Of(kept) < Moment.Of(bound));
    }

    // One kind per type of column; with another the driver refuses the value. A converter of the host sees to it itself.
    private object WithKind(object bound) => bound is DateTime time && dialect.IsPostgreSql && mapping is { Converter: null, StoreType: var type }
        ? DateTime.SpecifyKind(time, IsTimestampWithZone(type) ? DateTimeKind.Utc : DateTimeKind.Unspecified)
        : bound;

    private static bool IsTimestampWithZone(string type) =>
        type.StartsWith("timestamptz", StringComparison.Ordinal) || type.EndsWith("with time zone", StringComparison.Ordinal);

    /// <summary>What is left of a bound in a column that keeps less than it says: a day without its hours.</summary>
    private object? Kept(object bound) => mapping switch
    {
        { Converter: { } converter } => BackFrom(converter, converter.ConvertToProvider(bound)),
        // SQLite keeps what it is given, whatever the column is called.
        { StoreTypeNameBase: "date" } when !dialect.IsSqlite => bound switch
        {
            DateTime time => time.Date,
            LocalDateTime time => time.Date.AtMidnight(),
            _ => null,
        },
        _ => null,
    };

    // A converter of the host may not take what it never stored; then nothing tells that anything was lost.
    private static object? BackFrom(ValueConverter converter, object? stored)
    {
        try
        {
            return converter.ConvertFromProvider(stored);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }
}
