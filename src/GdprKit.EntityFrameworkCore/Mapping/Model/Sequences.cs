using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Reads calls on sequences of rows and of values.</summary>
internal static class Sequences
{
    public static bool IsCall(MethodCallExpression call) => call.Method.DeclaringType == typeof(Enumerable) || call.Method.DeclaringType == typeof(Queryable);

    /// <summary>The function in an argument; <see langword="null"/> when it holds none.</summary>
    public static LambdaExpression? Function(Expression argument) => argument switch
    {
        LambdaExpression function => function,
        UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression quoted } => quoted,
        _ => null,
    };

    /// <summary>How an item of a sequence, or the one that a call takes out of it, is computed from a row; <see langword="null"/> when it is a row.</summary>
    public static Expression? ItemOf(Expression sequence) => sequence is not MethodCallExpression call || !IsCall(call) ? null : call.Method.Name switch
    {
        nameof(Enumerable.Select) or nameof(Enumerable.Max) or nameof(Enumerable.Min) when call.Arguments is [_, var selector] => Function(selector)?.Body,
        nameof(Enumerable.SelectMany) when call.Arguments is [_, var selector] => Function(selector) is { } items ? ItemOf(items.Body) : null,
        _ => ItemOf(call.Arguments[0]),
    };

    /// <summary>A sequence without the one empty item that an empty sequence is made to have: no extreme, because empty.</summary>
    public static Expression WithoutDefault(Expression sequence) =>
        sequence is MethodCallExpression { Method.Name: nameof(Enumerable.DefaultIfEmpty), Arguments: [var source] } call && IsCall(call) ? source : sequence;

    /// <summary>A call of a method that takes a sequence and a function of its items.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="function">The function.</param>
    /// <param name="types">What the method is generic in.</param>
    public static MethodCallExpression Call(string method, Expression sequence, LambdaExpression function, params Type[] types)
    {
        var isQuery = typeof(IQueryable).IsAssignableFrom(sequence.Type);
        return Expression.Call(isQuery ? typeof(Queryable) : typeof(Enumerable), method, types, sequence, isQuery ? Expression.Quote(function) : function);
    }
}
