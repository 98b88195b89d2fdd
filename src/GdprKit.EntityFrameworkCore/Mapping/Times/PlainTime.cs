using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A date that a column holds, or that the database computes for the row.</summary>
internal sealed class PlainTime(Expression value, TimeColumn column) : RowTime(value, column)
{
    private readonly Expression _value = value;

    public override Expression Comparable => Column.Comparable(_value);

    private BinaryExpression IsMissing => Expression.Equal(_value, Expression.Constant(null, _value.Type));

    public override Expression Reaches(object? bound) => bound is null
        ? Expression.NotEqual(_value, Expression.Constant(null, _value.Type))
        : Column.IsFrom(_value, bound);

    public override Expression Misses(object? bound) => bound is null ? IsMissing : Expression.OrElse(IsMissing, Column.IsBefore(_value, bound));

    public override Expression IsIn(object? from, object until) => from is null ? Column.IsBefore(_value, until) : Column.IsIn(_value, from, until);

    public override Expression IsNotIn(object? from, object until) => Expression.OrElse(
        Misses(from),
        Column.IsFrom(_value, until));
}
