using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A call that finds the latest or the earliest date of some rows.</summary>
/// <param name="Rows">The rows, or their dates.</param>
/// <param name="Row">One of them.</param>
/// <param name="Date">Its date.</param>
/// <param name="Stored">Where the date is read from a row.</param>
/// <param name="IsLatest">Whether the latest is found; else the earliest.</param>
internal sealed record ExtremeCall(Expression Rows, ParameterExpression Row, Expression Date, Expression Stored, bool IsLatest)
{
    /// <summary><c>Max(…)</c> and <c>Min(…)</c>; <see langword="null"/> of another call.</summary>
    public static ExtremeCall? Read(MethodCallExpression call) => Sequences.IsCall(call) && call.Method.Name is nameof(Enumerable.Max) or nameof(Enumerable.Min)
        ? call.Arguments switch
        {
            [var dates] => OfDates(Sequences.WithoutDefault(dates), IsMax(call)),
            [var rows, var selector] when Sequences.Function(selector) is { Parameters: [var row] } date => new ExtremeCall(Sequences.WithoutDefault(rows), row, date.Body, date.Body, IsMax(call)),
            _ => null,
        }
        : null;

    /// <summary>
    /// <c>OrderByDescending(…).Select(…).FirstOrDefault()</c>, <c>OrderBy(…).First().Date</c>, where the date that is taken is the
    /// one that orders and no row is without it; <see langword="null"/> of another call.
    /// </summary>
    /// <param name="call">The call that takes the first.</param>
    /// <param name="member">What is read of the first row, or <see langword="null"/> when the first is a date.</param>
    /// <param name="model">The host's model.</param>
    public static ExtremeCall? ReadFirst(MethodCallExpression call, MemberExpression? member, IModel model)
    {
        if (!Sequences.IsCall(call) || call is not { Method.Name: nameof(Enumerable.First) or nameof(Enumerable.FirstOrDefault), Arguments: [var source] })
        {
            return null;
        }

        var (ordered, date) = (source, member) switch
        {
            (_, { } read) => (source, Of(read, call)),
            (MethodCallExpression { Method.Name: nameof(Enumerable.Select), Arguments: [var rows, var selector] }, null) => (rows, Sequences.Function(selector)),
            _ => (source, null),
        };
        return date is { Parameters: [var row] }
            && ordered is MethodCallExpression { Method.Name: nameof(Enumerable.OrderBy) or nameof(Enumerable.OrderByDescending), Arguments: [var all, var key] } order
            && Sequences.Function(key) is { } by
            && new StoredProperty(model) is var properties
            && properties.Of(by.Body) is { IsNullable: false } property
            && properties.Of(date.Body) == property
            && IsOfItself(by) && IsOfItself(date)
            ? new ExtremeCall(all, row, date.Body, date.Body, order.Method.Name == nameof(Enumerable.OrderByDescending))
            : null;
    }

    private static LambdaExpression Of(MemberExpression read, MethodCallExpression first)
    {
        var row = Expression.Parameter(first.Type, "first");
        return Expression.Lambda(read.Update(row), row);
    }

    /// <summary>The property of the row itself, and not of another row that it may not have.</summary>
    private static bool IsOfItself(LambdaExpression date) =>
        StoredProperty.Strip(date.Body) is MemberExpression { Expression: ParameterExpression row } && row == date.Parameters[0];

    private static ExtremeCall OfDates(Expression dates, bool isLatest)
    {
        var element = dates.Type.GetInterfaces().Prepend(dates.Type).Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        var date = Expression.Parameter(element, "date");
        return new ExtremeCall(dates, date, date, Sequences.ItemOf(dates) ?? date, isLatest);
    }

    private static bool IsMax(MethodCallExpression call) => call.Method.Name == nameof(Enumerable.Max);
}
