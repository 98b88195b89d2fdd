using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Opposites of conditions. A database has three answers, a condition has two: what is unknown meets nothing, and what negates it is
/// met. Where it can, an opposite is worked inwards, to where an empty column can be named and an index still serves.
/// </summary>
internal static class TwoValued
{
    /// <summary>Met by the rows that do not meet a condition, or of which the database cannot say it.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="dialect">How the database compares.</param>
    public static Expression Opposite(Expression condition, Dialect dialect) => condition switch
    {
        ConstantExpression { Value: bool known } => Expression.Constant(!known),
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Expression.OrElse(Opposite(both.Left, dialect), Opposite(both.Right, dialect)),
        BinaryExpression { NodeType: ExpressionType.OrElse } either => Expression.AndAlso(Opposite(either.Left, dialect), Opposite(either.Right, dialect)),
        UnaryExpression { NodeType: ExpressionType.Not, Operand: var positive } when IsAlwaysKnown(positive, dialect) => positive,
        BinaryExpression ordering when Comparisons.IsOrdering(ordering.NodeType) => OfOrdering(ordering),
        _ when IsAlwaysKnown(condition, dialect) => Expression.Not(condition),
        _ => IsNotTrue(condition),
    };

    /// <summary>The opposite of saying which of two values is the greater.</summary>
    public static Expression OfOrdering(BinaryExpression ordering) => Subqueries.AreIn(ordering)
        ? IsNotTrue(ordering)
        : new[] { ordering.Left, ordering.Right }.Select(IsEmpty).OfType<Expression>().Append(Comparisons.Inverse(ordering)).Aggregate(Expression.OrElse);

    /// <summary>That a value is empty; <see langword="null"/> when C# knows that it never is. Of a column that never is it costs nothing.</summary>
    private static BinaryExpression? IsEmpty(Expression value) => value is ConstantExpression ? null
        : value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? IsNull(Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type)))
        : IsNull(value);

    private static BinaryExpression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));

    /// <summary>Whether a condition is true or false of every row, and never unknown.</summary>
    // Entity Framework Core names the empty columns of an equality itself, except of what is true or false, and where the host switched it off.
    public static bool IsAlwaysKnown(Expression condition, Dialect dialect) => condition switch
    {
        MethodCallExpression { Method.Name: nameof(Enumerable.Any) or nameof(Enumerable.All) } call => Sequences.IsCall(call),
        BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } equality =>
            equality.Left is ConstantExpression { Value: null } || equality.Right is ConstantExpression { Value: null }
            || (!dialect.HasDatabaseNulls && (Nullable.GetUnderlyingType(equality.Left.Type) ?? equality.Left.Type) != typeof(bool)),
        _ => false,
    };

    // Compared as numbers, because what compares truths is simplified until the unknown shows again.
    private static BinaryExpression IsNotTrue(Expression condition) =>
        Expression.Equal(Expression.Condition(condition, Expression.Constant(1), Expression.Constant(0)), Expression.Constant(0));
}
