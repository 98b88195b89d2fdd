using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A date that a column holds, or that the database computes for the row.</summary>
internal sealed class PlainTime(Expression value, TimeColumn column) : RowTime(value, column)
{
    public override Expression Comparable => Column.Comparable(Value);

    private BinaryExpression IsMissing => Expression.Equal(Value, Expression.Constant(null, Value.Type));

    public override Expression Reaches(object? bound) => bound is null
        ? Expression.NotEqual(Value, Expression.Constant(null, Value.Type))
        : Column.IsFrom(Value, bound);

    public override Expression Misses(object? bound) => bound is null ? IsMissing : Expression.OrElse(IsMissing, Column.IsBefore(Value, bound));

    public override Expression IsIn(object? from, object until) => from is null ? Column.IsBefore(Value, until) : Column.IsIn(Value, from, until);

    public override Expression IsNotIn(object? from, object until) => Expression.OrElse(
        Misses(from),
        Column.IsFrom(Value, until));
}
