using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// What a host negates, so that it means the same wherever it stands. <c>!(c.Visits &gt; 3)</c> holds in C# of a customer without
/// visits; Entity Framework Core agrees in a WHERE and not in a CASE, and counts of one function would differ.
/// </summary>
internal sealed class HostNegations : ExpressionVisitor
{
    protected override Expression VisitUnary(UnaryExpression node) =>
        node is { NodeType: ExpressionType.Not } && node.Type == typeof(bool) ? Negated(node.Operand) : base.VisitUnary(node);

    protected override Expression VisitBinary(BinaryExpression node) => Truth(node) switch
    {
        (var condition, true) => Visit(condition),
        (var condition, false) => Negated(condition),
        _ => base.VisitBinary(node),
    };

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node is { Method.Name: nameof(Enumerable.All), Arguments: [var source, var predicate] } && Sequences.IsCall(node) && Sequences.Function(predicate) is { } each
            ? Expression.Not(Any(node, Visit(source), Expression.Lambda(Negated(each.Body), each.Parameters)))
            : base.VisitMethodCall(node);

    private Expression Negated(Expression condition) => condition switch
    {
        UnaryExpression { NodeType: ExpressionType.Not, Operand: var positive } => Visit(positive),
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Expression.OrElse(Negated(both.Left), Negated(both.Right)),
        BinaryExpression { NodeType: ExpressionType.OrElse } either => Expression.AndAlso(Negated(either.Left), Negated(either.Right)),
        BinaryExpression ordering when Comparisons.IsOrdering(ordering.NodeType) => TwoValued.OfOrdering((BinaryExpression)base.VisitBinary(ordering)),
        BinaryExpression equality when Truth(equality) is var (operand, isTrue) => isTrue ? Negated(operand) : Visit(operand),
        _ => Expression.Not(Visit(condition)),
    };

    /// <summary>What <c>condition == true</c> and <c>condition != true</c> say of a condition.</summary>
    private static (Expression Condition, bool IsTrue)? Truth(BinaryExpression node) => node switch
    {
        { NodeType: ExpressionType.Equal or ExpressionType.NotEqual, Left: var condition, Right: ConstantExpression { Value: bool value } } when condition.Type == typeof(bool) =>
            (condition, value == (node.NodeType == ExpressionType.Equal)),
        _ => null,
    };

    private static MethodCallExpression Any(MethodCallExpression all, Expression source, LambdaExpression predicate) => Expression.Call(
        all.Method.DeclaringType!,
        nameof(Enumerable.Any),
        all.Method.GetGenericArguments(),
        source,
        all.Method.DeclaringType == typeof(Queryable) ? Expression.Quote(predicate) : predicate);
}
