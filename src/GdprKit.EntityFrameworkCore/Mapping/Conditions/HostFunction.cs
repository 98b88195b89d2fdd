using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A function of an entity that the host wrote in a map, put to a row.</summary>
internal static class HostFunction
{
    public static Expression Of(LambdaExpression function, Expression row) => new HostNegations().Visit(new Replacement(function.Parameters[0], row).Visit(function.Body));

    private sealed class Replacement(ParameterExpression parameter, Expression row) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node != parameter ? node : parameter.Type == row.Type ? row : Expression.Convert(row, parameter.Type);
    }
}
