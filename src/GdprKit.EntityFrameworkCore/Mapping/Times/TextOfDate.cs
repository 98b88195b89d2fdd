using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The form of dates that a converter of the host stores as texts. A database compares them letter by letter, so that <c>05-01-2030</c>, which another
/// program wrote, would come before every year and be due. Such a text counts as later than all dates: it is a date, and never due.
/// </summary>
internal sealed class TextOfDate
{
    private const string YearMonthDay = "____-__-__";

    private static readonly MethodInfo LikeMethod = typeof(DbFunctionsExtensions).GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string)])!;

    private static readonly LocalDateTime Example = new(2000, 1, 1, 0, 0);

    private readonly string _pattern;

    private TextOfDate(string pattern, Type type)
    {
        _pattern = $"{pattern}%";
        Assuring = pattern.StartsWith(YearMonthDay, StringComparison.Ordinal) ? Moment.In(Example, type) : null;
        Latest = Moment.Latest(type);
    }

    /// <summary>
    /// A date from which on no text need be looked at: what another form has, and comes after it, comes after its own date as well.
    /// <see langword="null"/> when there is no such date.
    /// </summary>
    public object? Assuring { get; }

    /// <summary>The date that a text in another form counts as.</summary>
    public object Latest { get; }

    /// <summary>The form in which a column keeps its dates; <see langword="null"/> when it keeps no texts.</summary>
    public static TextOfDate? Of(RelationalTypeMapping mapping)
    {
        if (mapping.Converter is { } converter && converter.ProviderClrType == typeof(string))
        {
            var example = (string)converter.ConvertToProvider(Moment.In(Example, mapping.ClrType))!;
            return new TextOfDate(string.Concat(example.Select(letter => char.IsAsciiDigit(letter) ? '_' : letter)), mapping.ClrType);
        }

        return null;
    }

    /// <summary>That a date has the form.</summary>
    public Expression IsFormOf(Expression date) => Expression.Call(
        LikeMethod,
        Expression.Constant(EF.Functions),
        Expression.Convert(Expression.Convert(date, typeof(object)), typeof(string)),
        Expression.Constant(_pattern));
}
