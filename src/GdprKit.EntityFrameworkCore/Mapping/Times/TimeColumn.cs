using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The column that a date comes from, and what a bound must look like to be compared with it.</summary>
internal sealed class TimeColumn
{
    private readonly RelationalTypeMapping? _mapping;
    private readonly Dialect _dialect;

    private TimeColumn(IProperty? property, RelationalTypeMapping? mapping, Dialect dialect) => (Property, _mapping, _dialect) = (property, mapping, dialect);

    /// <summary>The property that the date is; <see langword="null"/> when it is computed.</summary>
    public IProperty? Property { get; }

    /// <summary>The column of a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="model">The host's model.</param>
    /// <param name="dialect">Its database.</param>
    public static TimeColumn Of(Expression date, IModel model, Dialect dialect)
    {
        var properties = new StoredProperty(model);
        return properties.Of(date) is { } property
            ? Of(property, dialect)
            : new TimeColumn(null, properties.Behind(date)?.FindRelationalTypeMapping(), dialect);
    }

    /// <summary>The column of a property.</summary>
    public static TimeColumn Of(IProperty property, Dialect dialect) => new(property, property.FindRelationalTypeMapping(), dialect);

    /// <summary>That a date is not before a bound.</summary>
    public Expression IsFrom(Expression date, object bound)
    {
        var (stored, isBelow) = AsStored(bound);
        return Comparisons.Make(isBelow ? ExpressionType.GreaterThan : ExpressionType.GreaterThanOrEqual, date, StatementParameter.Of(stored, date.Type));
    }

    /// <summary>That a date is before a bound.</summary>
    public Expression IsBefore(Expression date, object bound)
    {
        var (stored, isBelow) = AsStored(bound);
        return Comparisons.Make(isBelow ? ExpressionType.LessThanOrEqual : ExpressionType.LessThan, date, StatementParameter.Of(stored, date.Type));
    }

    /// <summary>That a date is stored as what sorts as dates do; <see langword="null"/> where all are.</summary>
    public Expression? IsSorted(Expression date) => Property is null || _mapping is null ? null : TextOfDate.IsSorted(date, _mapping, _dialect);

    /// <summary>That a date is stored as a text that does not; <see langword="null"/> where none is.</summary>
    public Expression? IsUnsorted(Expression date) => Property is null || _mapping is null ? null : TextOfDate.IsUnsorted(date, _mapping, _dialect);

    /// <summary>What to compare with, and whether it lies below the bound, with nothing that can be stored between them.</summary>
    private (object Stored, bool IsBelow) AsStored(object bound)
    {
        if (Property is null || _mapping is null)
        {
            return (WithKind(bound), false);
        }

        // A text without a time of the day comes before its own midnight.
        if (bound is DateTime time && time.TimeOfDay == TimeSpan.Zero && TextOfDate.IsText(_mapping, _dialect))
        {
            return (time.AddTicks(-1), true);
        }

        return (WithKind(bound), Kept(bound, _mapping) is { } kept && Moment.Of(kept) < Moment.Of(bound));
    }

    // One kind per type of column: with another the driver refuses the value. A converter of the host sees to it itself.
    private object WithKind(object bound) => bound is DateTime time && _dialect.IsPostgreSql && _mapping is { Converter: null, StoreType: var type }
        ? DateTime.SpecifyKind(time, IsTimestampWithZone(type) ? DateTimeKind.Utc : DateTimeKind.Unspecified)
        : bound;

    private static bool IsTimestampWithZone(string type) =>
        type.StartsWith("timestamptz", StringComparison.Ordinal) || type.EndsWith("with time zone", StringComparison.Ordinal);

    /// <summary>What is left of a bound in a column that keeps less than it says: a day without its hours.</summary>
    private object? Kept(object bound, RelationalTypeMapping mapping) => mapping switch
    {
        { Converter: { } converter } => converter.ConvertFromProvider(converter.ConvertToProvider(bound)),
        // SQLite keeps what it is given, whatever the column is called.
        { StoreTypeNameBase: "date" } when !_dialect.IsSqlite => bound switch
        {
            DateTime time => time.Date,
            LocalDateTime time => time.Date.AtMidnight(),
            _ => null,
        },
        _ => null,
    };
}
