using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The column that a date comes from, and how it is compared with bounds.</summary>
internal sealed class TimeColumn
{
    private static readonly MethodInfo CollateMethod = typeof(RelationalDbFunctionsExtensions).GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!.MakeGenericMethod(typeof(string));

    private static readonly MethodInfo CompareMethod = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    private readonly TimeBounds _bounds;
    private readonly TextOfDate? _text;
    private readonly WrittenDate? _written;

    /// <param name="property">The property that the date is, if it is one.</param>
    /// <param name="behind">The property that the date is like, if there is one.</param>
    /// <param name="read">The properties that it is computed from.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="texts">What is known of texts.</param>
    private TimeColumn(IProperty? property, IProperty? behind, IEnumerable<IProperty> read, Dialect dialect, TextDates texts)
    {
        var mapping = behind?.FindRelationalTypeMapping();
        if (behind is not null && mapping is not null && !StoredOrder.IsKeptBy(mapping, dialect))
        {
            throw new InvalidOperationException(
                $"{StoreMessages.NotSorted}: {behind.DeclaringType.ShortName()}.{behind.Name} is stored as {mapping.StoreType} in a form in which dates do not sort, so that no database can find what is "
                + "past its period. Store it as a type that sorts, or give it a value converter to what grows with time, such as a number of ticks or a text that begins with the year.");
        }

        _bounds = new TimeBounds(mapping, property is not null, dialect);
        var unsorted = read.Where(each => WrittenDate.Of(each, dialect) is not null && !texts.AreSorted(each)).ToList();
        _written = unsorted.Count > 0 && behind is not null ? WrittenDate.Of(behind, dialect) : null;
        _text = dialect.IsSqlite || property is null || mapping is null ? null : TextOfDate.Of(mapping);
        (Property, Mapping) = (property, _written is null ? mapping : null);
    }

    /// <summary>The property that the date is; <see langword="null"/> when it is computed.</summary>
    public IProperty? Property { get; }

    /// <summary>How the values that dates are compared with are stored; <see langword="null"/> when nobody can tell, or as texts.</summary>
    public RelationalTypeMapping? Mapping { get; }

    /// <summary>The order in which the database must compare; <see langword="null"/> for its own.</summary>
    public string? Collation => _written?.Collation;

    /// <summary>Whether some dates in the column may not sort as dates do.</summary>
    public bool IsText => _text is not null || _written is not null;

    /// <summary>The column of a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="model">The host's model.</param>
    /// <param name="dialect">Its database.</param>
    /// <param name="texts">What is known of texts.</param>
    /// <exception cref="InvalidOperationException">GDPR3004: dates do not sort as they are stored.</exception>
    public static TimeColumn Of(Expression date, IModel model, Dialect dialect, TextDates texts)
    {
        var properties = new StoredProperty(model);
        return properties.Of(date) is { } property
            ? Of(property, dialect, texts)
            : Computed(date, properties.Behind(date), properties, dialect, texts);
    }

    // What has another type than the column was made a date by the database.
    private static TimeColumn Computed(Expression date, IProperty? behind, StoredProperty properties, Dialect dialect, TextDates texts) =>
        new(null, behind, behind is not null && Named(behind.ClrType) == Named(date.Type) ? properties.Within(date) : [], dialect, texts);

    private static Type Named(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>The column of a property.</summary>
    public static TimeColumn Of(IProperty property, Dialect dialect, TextDates texts) => new(property, property, [property], dialect, texts);

    /// <summary>What to compare with, and whether it lies below the bound, with nothing that can be stored between them.</summary>
    public (object Stored, bool IsBelow) AsStored(object bound) => _written is null ? _bounds.AsStored(bound) : (WrittenDate.Bound(bound), false);

    /// <summary>A date as the database compares it, with what does not sort after all others.</summary>
    public Expression Comparable(Expression date) => _written is not null ? Ordered(date)
        : _text is not null ? Expression.Condition(IsUnsorted(date), StatementParameter.Of(_text.Latest, date.Type), date)
        : date;

    /// <summary>That a date is a bound or later.</summary>
    public Expression IsFrom(Expression date, object bound) => _text is null ? Compare(date, bound, isFrom: true) : Expression.OrElse(Compare(date, bound, isFrom: true), IsUnsorted(date));

    /// <summary>That a date is before a bound.</summary>
    public Expression IsBefore(Expression date, object bound) => _text is null ? Compare(date, bound, isFrom: false) : Expression.AndAlso(Compare(date, bound, isFrom: false), IsSorted(date));

    /// <summary>That a date is a bound or later, and before another.</summary>
    public Expression IsIn(Expression date, object from, object until)
    {
        var isBefore = Compare(date, until, isFrom: false);
        if (_text is null || (_text.Assuring is { } assuring && Moment.Of(from) >= Moment.Of(assuring)))
        {
            return Expression.AndAlso(Compare(date, from, isFrom: true), isBefore);
        }

        return Expression.AndAlso(Expression.AndAlso(Compare(date, from, isFrom: true), isBefore), IsSorted(date));
    }

    // Most dates are past the assuring one, and need no further look. Of an alternative SQLite would search an index twice and join what it found.
    private Expression IsSorted(Expression date) => _text!.Assuring is null
        ? _text.IsFormOf(date)
        : Expression.Condition(Compare(date, _text.Assuring, isFrom: true), Expression.Constant(true), _text.IsFormOf(date));

    // Entity Framework Core says of what is empty that it has not the form; what is empty is no date.
    private BinaryExpression IsUnsorted(Expression date) => _text!.Assuring is null
        ? Expression.AndAlso(Expression.NotEqual(date, Expression.Constant(null, date.Type)), Expression.Not(_text.IsFormOf(date)))
        : Expression.AndAlso(Compare(date, _text.Assuring, isFrom: false), Expression.Not(_text.IsFormOf(date)));

    private BinaryExpression Compare(Expression date, object bound, bool isFrom)
    {
        var (stored, isBelow) = AsStored(bound);
        var comparison = (isFrom, isBelow) switch
        {
            (true, false) => ExpressionType.GreaterThanOrEqual,
            (true, true) => ExpressionType.GreaterThan,
            (false, false) => ExpressionType.LessThan,
            (false, true) => ExpressionType.LessThanOrEqual,
        };
        return _written is not null
            ? Expression.MakeBinary(comparison, Expression.Call(CompareMethod, Ordered(date), StatementParameter.Of(stored, typeof(string))), Expression.Constant(0))
            : Comparisons.Make(comparison, date, StatementParameter.Of(stored, date.Type));
    }

    private MethodCallExpression Ordered(Expression date) => Expression.Call(
        CollateMethod,
        Expression.Constant(EF.Functions),
        Expression.Convert(Expression.Convert(date, typeof(object)), typeof(string)),
        Expression.Constant(_written!.Collation));
}
