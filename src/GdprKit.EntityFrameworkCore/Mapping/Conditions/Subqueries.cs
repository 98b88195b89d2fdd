using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Finds where an expression looks at rows other than its own: that costs a database more than reading a column.</summary>
internal static class Subqueries
{
    public static bool AreIn(Expression expression)
    {
        var search = new Search();
        search.Visit(expression);
        return search.HasFound;
    }

    private sealed class Search : ExpressionVisitor
    {
        public bool HasFound { get; private set; }

        public override Expression? Visit(Expression? node) => HasFound ? node : base.Visit(node);

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            HasFound |= (node.Method.DeclaringType == typeof(Queryable) || node.Method.DeclaringType == typeof(Enumerable))
                && (node.Method.DeclaringType == typeof(Queryable) || IsOfRows(node.Arguments[0]));
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            HasFound |= node is { Member: PropertyInfo { Name: nameof(ICollection.Count) }, Expression: { } collection }
                && collection.Type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(collection.Type) && IsOfRows(collection);
            return base.VisitMember(node);
        }

        // A list that the host's function brings along is no table.
        private static bool IsOfRows(Expression source) => source switch
        {
            MemberExpression { Expression: { } owner } => IsOfRows(owner),
            MethodCallExpression call => (call.Object is { } target && IsOfRows(target)) || call.Arguments.Any(IsOfRows),
            UnaryExpression { Operand: var operand } => IsOfRows(operand),
            ParameterExpression => true,
            _ => false,
        };
    }
}
