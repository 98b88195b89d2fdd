using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A date that a column holds, or that the database computes for the row.</summary>
internal sealed class PlainTime(Expression value, TimeColumn column) : RowTime(value)
{
    public override Expression IsMissing => Expression.Equal(Value, Expression.Constant(null, Value.Type));

    public override Expression IsThere => Expression.NotEqual(Value, Expression.Constant(null, Value.Type));

    public override Expression IsIn(object from, object? until)
    {
        var isFrom = column.IsFrom(Value, from);
        return until is null
            ? Either(isFrom, column.IsUnsorted(Value))
            : Both(Expression.AndAlso(isFrom, column.IsBefore(Value, until)), column.IsSorted(Value));
    }

    public override Expression IsNotIn(object from, object? until)
    {
        var isBefore = column.IsBefore(Value, from);
        return Expression.OrElse(IsMissing, until is null
            ? Both(isBefore, column.IsSorted(Value))
            : Either(Expression.OrElse(isBefore, column.IsFrom(Value, until)), column.IsUnsorted(Value)));
    }

    private static Expression Both(Expression condition, Expression? other) => other is null ? condition : Expression.AndAlso(condition, other);

    private static Expression Either(Expression condition, Expression? other) => other is null ? condition : Expression.OrElse(condition, other);
}
