using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Dates that are stored as texts. A database compares them letter by letter, so that <c>05-01-2030</c>, which another program
/// wrote, would come before every year and be due. Such a text counts as later than all dates: it is a date, and never due.
/// </summary>
internal static class TextOfDate
{
    private const string YearMonthDay = "____-__-__";

    private static readonly MethodInfo LikeMethod = typeof(DbFunctionsExtensions).GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string)])!;

    // A text in another form that comes after this one comes after its own date as well. What comes before it must be looked at.
    private static readonly LocalDateTime Assuring = new(2000, 1, 1, 0, 0);

    /// <summary>Whether a column keeps dates as the provider writes them in a text, with the time of the day.</summary>
    public static bool IsText(RelationalTypeMapping mapping, Dialect dialect) => IsText(mapping.Converter?.ProviderClrType ?? mapping.ClrType, dialect);

    /// <summary>That a date is stored in the form that sorts; <see langword="null"/> where dates are not stored as texts.</summary>
    public static Expression? IsSorted(Expression date, RelationalTypeMapping mapping, Dialect dialect) => FormOf(mapping, dialect) is not { } form ? null
        : LooksAtForm(form) ? Expression.OrElse(Compare(ExpressionType.GreaterThanOrEqual, date, mapping), HasForm(date, form))
        : HasForm(date, form);

    /// <summary>The opposite of a date that is there.</summary>
    public static Expression? IsUnsorted(Expression date, RelationalTypeMapping mapping, Dialect dialect) => FormOf(mapping, dialect) is not { } form ? null
        : LooksAtForm(form) ? Expression.AndAlso(Compare(ExpressionType.LessThan, date, mapping), Expression.Not(HasForm(date, form)))
        : Expression.Not(HasForm(date, form));

    private static bool LooksAtForm(string form) => form.StartsWith(YearMonthDay, StringComparison.Ordinal);

    private static BinaryExpression Compare(ExpressionType comparison, Expression date, RelationalTypeMapping mapping) =>
        Comparisons.Make(comparison, date, StatementParameter.Of(Moment.In(Assuring, mapping.ClrType), date.Type));

    private static MethodCallExpression HasForm(Expression date, string form) => Expression.Call(
        LikeMethod,
        Expression.Constant(EF.Functions),
        Expression.Convert(Expression.Convert(date, typeof(object)), typeof(string)),
        Expression.Constant($"{form}%"));

    /// <summary>The form in which a column keeps its dates, as a pattern; <see langword="null"/> when it keeps no texts.</summary>
    private static string? FormOf(RelationalTypeMapping mapping, Dialect dialect) =>
        mapping.Converter is { } converter && converter.ProviderClrType == typeof(string) ? FormOf((string)converter.ConvertToProvider(Moment.In(Assuring, mapping.ClrType))!)
        : IsText(mapping, dialect) ? YearMonthDay
        : null;

    private static string FormOf(string example) => string.Concat(example.Select(letter => char.IsAsciiDigit(letter) ? '_' : letter));

    private static bool IsText(Type type, Dialect dialect) => dialect.IsSqlite && (type == typeof(DateTime) || type == typeof(DateOnly));
}
