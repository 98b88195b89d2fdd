using System.Linq.Expressions;

namespace GdprKit.Mapping;

/// <content>Operators over values that may be missing where the host's own types say that they cannot.</content>
internal sealed partial class UnknownValues
{
    protected override Expression VisitBinary(BinaryExpression node)
    {
        var (left, right) = (Visit(node.Left), Visit(node.Right));
        if (left.Type == node.Left.Type && right.Type == node.Right.Type)
        {
            return node.Update(left, node.Conversion, right);
        }

        return node.NodeType switch
        {
            ExpressionType.AndAlso or ExpressionType.OrElse => Expression.MakeBinary(node.NodeType, IsTrue(left), IsTrue(right)),
            ExpressionType.Coalesce => Expression.Coalesce(left, right),
            _ => Expression.MakeBinary(node.NodeType, Lift(left), Lift(right), liftToNull: false, node.Method),
        };
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        var operand = Visit(node.Operand);
        if (operand.Type == node.Operand.Type || node.NodeType is ExpressionType.Quote)
        {
            return node.Update(operand);
        }

        var isPlain = node.Type.IsValueType && Nullable.GetUnderlyingType(node.Type) is null;
        return Expression.MakeUnary(node.NodeType, operand, isPlain ? typeof(Nullable<>).MakeGenericType(node.Type) : node.Type, node.Method);
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var (then, otherwise) = (Visit(node.IfTrue), Visit(node.IfFalse));
        return then.Type == otherwise.Type
            ? Expression.Condition(IsTrue(Visit(node.Test)), then, otherwise)
            : Expression.Condition(IsTrue(Visit(node.Test)), Lift(then), Lift(otherwise));
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var body = Visit(node.Body);
        return body.Type == node.ReturnType
            ? node.Update(body, node.Parameters)
            : Expression.Lambda<T>(node.ReturnType == typeof(bool) ? IsTrue(body) : Expression.Convert(body, node.ReturnType), node.Parameters);
    }

    private static Expression IsTrue(Expression answer) => answer.Type == typeof(bool) ? answer : Expression.Equal(answer, Expression.Constant(true, typeof(bool?)));
}
