using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The latest or the earliest date of some rows of a row: the date of a customer's last invoice. Whether it lies in a range is asked
/// without finding it: there is an invoice from the beginning on, and none from the end on.
/// </summary>
/// <param name="value">The date; nullable.</param>
/// <param name="call">How it is found.</param>
/// <param name="column">Where the dates of the rows are stored.</param>
internal sealed class ExtremeTime(Expression value, ExtremeCall call, TimeColumn column) : RowTime(value, column)
{
    /// <summary>The rows.</summary>
    public Expression Rows => call.Rows;

    /// <summary>Whether every one of the rows has a date, so that there is one whenever there is a row.</summary>
    public bool IsOfEvery { get; } = column.Property is { IsNullable: false } && StoredProperty.Strip(call.Date) is MemberExpression { Expression: ParameterExpression };

    public override Expression Comparable => Column.IsText
        ? Sequences.Call(call.IsLatest ? nameof(Enumerable.Max) : nameof(Enumerable.Min), Rows, Expression.Lambda(Column.Comparable(call.Date), call.Row), call.Row.Type, Column.Comparable(call.Date).Type)
        : Value;

    private MethodCallExpression IsThere => Any(Expression.NotEqual(call.Date, Expression.Constant(null, call.Date.Type)));

    public override Expression Reaches(object? bound) => bound is null ? IsThere
        : call.IsLatest ? HasFrom(bound)
        : Expression.AndAlso(IsThere, Expression.Not(HasBefore(bound)));

    public override Expression Misses(object? bound) => bound is null ? Expression.Not(IsThere)
        : call.IsLatest ? Expression.Not(HasFrom(bound))
        : Expression.OrElse(Expression.Not(IsThere), HasBefore(bound));

    public override Expression IsIn(object? from, object until) => (call.IsLatest, from) switch
    {
        (true, null) => Expression.AndAlso(IsThere, Expression.Not(HasFrom(until))),
        (true, _) => Expression.AndAlso(HasFrom(from), Expression.Not(HasFrom(until))),
        (false, null) => HasBefore(until),
        (false, _) => Expression.AndAlso(HasBefore(until), Expression.Not(HasBefore(from))),
    };

    public override Expression IsNotIn(object? from, object until) => (call.IsLatest, from) switch
    {
        (true, null) => Expression.OrElse(Expression.Not(IsThere), HasFrom(until)),
        (true, _) => Expression.OrElse(Expression.Not(HasFrom(from)), HasFrom(until)),
        (false, null) => Expression.Not(HasBefore(until)),
        (false, _) => Expression.OrElse(Expression.Not(HasBefore(until)), HasBefore(from)),
    };

    private MethodCallExpression HasFrom(object bound) => Any(Column.IsFrom(call.Date, bound));

    // A date that does not sort is later than all others, so it is never the earliest.
    private MethodCallExpression HasBefore(object bound) => Any(Column.IsBefore(call.Date, bound));

    private MethodCallExpression Any(Expression condition) => Sequences.Call(nameof(Enumerable.Any), Rows, Expression.Lambda(condition, call.Row), call.Row.Type);
}
