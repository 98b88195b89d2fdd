using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Comparisons of two values, also of types that C# has no operator for and a database has.</summary>
internal static class Comparisons
{
    /// <summary>Whether an operator says which of two values is the greater.</summary>
    public static bool IsOrdering(ExpressionType comparison) =>
        comparison is ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual;

    /// <summary>A comparison of two values of one type.</summary>
    public static BinaryExpression Make(ExpressionType comparison, Expression left, Expression right)
    {
        var type = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
        var method = type == typeof(OffsetDateTime) || type == typeof(ZonedDateTime)
            ? typeof(MomentOrder).GetMethod(comparison.ToString(), BindingFlags.Public | BindingFlags.Static, [type, type])
            : null;
        return Expression.MakeBinary(comparison, left, right, liftToNull: false, method);
    }

    /// <summary>What holds of two known values where an ordering does not.</summary>
    public static BinaryExpression Inverse(BinaryExpression ordering) => Make(
        ordering.NodeType switch
        {
            ExpressionType.LessThan => ExpressionType.GreaterThanOrEqual,
            ExpressionType.LessThanOrEqual => ExpressionType.GreaterThan,
            ExpressionType.GreaterThan => ExpressionType.LessThanOrEqual,
            _ => ExpressionType.LessThan,
        },
        ordering.Left,
        ordering.Right);

    /// <summary>The operators that NodaTime leaves out, because one can order by the clock as well as by the moment. A column orders by the moment.</summary>
    private static class MomentOrder
    {
        public static bool LessThan(OffsetDateTime one, OffsetDateTime other) => one.ToInstant() < other.ToInstant();

        public static bool LessThanOrEqual(OffsetDateTime one, OffsetDateTime other) => one.ToInstant() <= other.ToInstant();

        public static bool GreaterThan(OffsetDateTime one, OffsetDateTime other) => one.ToInstant() > other.ToInstant();

        public static bool GreaterThanOrEqual(OffsetDateTime one, OffsetDateTime other) => one.ToInstant() >= other.ToInstant();

        public static bool LessThan(ZonedDateTime one, ZonedDateTime other) => one.ToInstant() < other.ToInstant();

        public static bool LessThanOrEqual(ZonedDateTime one, ZonedDateTime other) => one.ToInstant() <= other.ToInstant();

        public static bool GreaterThan(ZonedDateTime one, ZonedDateTime other) => one.ToInstant() > other.ToInstant();

        public static bool GreaterThanOrEqual(ZonedDateTime one, ZonedDateTime other) => one.ToInstant() >= other.ToInstant();
    }
}
