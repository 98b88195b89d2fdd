using System.Linq.Expressions;
using System.Reflection;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The latest or the earliest date of some rows of a row: the date of a customer's last invoice. Whether it lies in a range is asked
/// without finding it: there is an invoice from the beginning on, and none from the end on.
/// </summary>
/// <param name="value">The date as it is read; nullable.</param>
/// <param name="rows">The rows.</param>
/// <param name="row">A row of them.</param>
/// <param name="date">Its date.</param>
/// <param name="isLatest">Whether the latest counts; else the earliest.</param>
/// <param name="column">Where its date is stored.</param>
internal sealed class ExtremeTime(Expression value, Expression rows, ParameterExpression row, Expression date, bool isLatest, TimeColumn column) : RowTime(value)
{
    private static readonly MethodInfo AnyOfSequence = AnyOf(typeof(Enumerable));

    private static readonly MethodInfo AnyOfQuery = AnyOf(typeof(Queryable));

    public override Expression IsThere => Any(HasDate);

    public override Expression IsMissing => Expression.Not(IsThere);

    private Expression HasDate => Expression.NotEqual(date, Expression.Constant(null, date.Type));

    private Expression? IsUnsorted => column.IsUnsorted(date);

    public override Expression IsIn(object from, object? until) => Conditions(from, until).Aggregate(Expression.AndAlso);

    public override Expression IsNotIn(object from, object? until) => Conditions(from, until).Select(Negated).Aggregate(Expression.OrElse);

    private IEnumerable<Expression> Conditions(object from, object? until) => isLatest ? OfLatest(from, until) : OfEarliest(from, until);

    private IEnumerable<Expression> OfLatest(object from, object? until)
    {
        var reaches = Any(column.IsFrom(date, from));
        if (until is null)
        {
            return [IsUnsorted is { } unsorted ? Expression.OrElse(reaches, Any(unsorted)) : reaches];
        }

        var passes = Any(column.IsFrom(date, until));
        return IsUnsorted is { } isUnsorted ? [reaches, Expression.Not(passes), Expression.Not(Any(isUnsorted))] : [reaches, Expression.Not(passes)];
    }

    private IEnumerable<Expression> OfEarliest(object from, object? until) =>
    [
        Any(until is null ? HasDate : Sorted(column.IsBefore(date, until))),
        Expression.Not(Any(Sorted(column.IsBefore(date, from)))),
    ];

    private Expression Sorted(Expression condition) => column.IsSorted(date) is { } sorted ? Expression.AndAlso(condition, sorted) : condition;

    // Whether there is such a row is always known.
    private static Expression Negated(Expression condition) => condition switch
    {
        UnaryExpression { NodeType: ExpressionType.Not, Operand: var positive } => positive,
        BinaryExpression { NodeType: ExpressionType.OrElse } either => Expression.AndAlso(Negated(either.Left), Negated(either.Right)),
        _ => Expression.Not(condition),
    };

    private MethodCallExpression Any(Expression condition)
    {
        var isQuery = typeof(IQueryable).IsAssignableFrom(rows.Type);
        var lambda = Expression.Lambda(condition, row);
        return Expression.Call((isQuery ? AnyOfQuery : AnyOfSequence).MakeGenericMethod(row.Type), rows, isQuery ? Expression.Quote(lambda) : lambda);
    }

    private static MethodInfo AnyOf(Type type) => type.GetMethods().Single(method => method.Name == nameof(Enumerable.Any) && method.GetParameters().Length == 2);
}
