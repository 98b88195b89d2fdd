using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace GdprKit.Mapping;

/// <summary>
/// Makes of a host's function one that answers as a database does: what is missing of a row is missing further on and no fault, a
/// collection that is not there is empty, and of nothing there is no largest.
/// </summary>
[RequiresUnreferencedCode("Calls methods that the function of a host names.")]
[RequiresDynamicCode("Makes expressions of types that are known at run time only.")]
internal sealed partial class UnknownValues(ParameterExpression parameter, Expression row) : ExpressionVisitor
{
    private static readonly MethodInfo AnyMethod = typeof(Enumerable).GetMethods()
        .Single(method => method.Name == nameof(Enumerable.Any) && method.GetParameters().Length == 1);

    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? row : node;

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null)
        {
            return node;
        }

        var instance = Visit(node.Expression);
        if (Nullable.GetUnderlyingType(node.Expression.Type) is not null)
        {
            return node.Member.Name == nameof(Nullable<>.HasValue) ? Expression.NotEqual(instance, Missing(instance.Type)) : instance;
        }

        return Guard(instance, present => Expression.MakeMemberAccess(present, node.Member));
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Object is null)
        {
            return Call(node, null, node.Arguments.Select((argument, i) => Visit(argument)).ToList());
        }

        var instance = Visit(node.Object);
        var arguments = node.Arguments.Select(argument => Visit(argument)).ToList();
        return Nullable.GetUnderlyingType(node.Object.Type) is not null
            ? Call(node, instance, arguments)
            : Guard(instance, present => Call(node, present, arguments));
    }

    /// <summary>A call; missing when an argument is missing that the method cannot do without.</summary>
    private static Expression Call(MethodCallExpression node, Expression? instance, List<Expression> arguments)
    {
        var parameters = node.Method.GetParameters();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Type != parameters[i].ParameterType && Nullable.GetUnderlyingType(arguments[i].Type) == parameters[i].ParameterType)
            {
                var at = i;
                return Guard(arguments[at], present => Call(node, instance, [.. arguments[..at], present, .. arguments[(at + 1)..]]));
            }
        }

        return node.Method.DeclaringType == typeof(Enumerable) ? CallOnItems(node.Method, parameters, arguments) : Expression.Call(instance, node.Method, arguments);
    }

    private static BlockExpression CallOnItems(MethodInfo method, ParameterInfo[] parameters, List<Expression> arguments)
    {
        var items = Expression.Variable(parameters[0].ParameterType, "items");
        var element = items.Type.IsGenericType ? items.Type.GetGenericArguments()[0] : typeof(object);
        var call = Expression.Call(method, [items, .. arguments.Skip(1)]);
        var isMissingWithout = method.Name is nameof(Enumerable.Max) or nameof(Enumerable.Min) or nameof(Enumerable.Average) && Lift(call).Type != call.Type;
        var result = isMissingWithout
            ? Expression.Condition(Expression.Call(AnyMethod.MakeGenericMethod(element), items), Lift(call), Missing(Lift(call).Type))
            : (Expression)call;
        return Expression.Block(
            [items],
            Expression.Assign(items, Expression.Coalesce(Expression.Convert(arguments[0], items.Type), Expression.NewArrayInit(element))),
            result);
    }

    /// <summary>What is done with a value when it is there; missing when the value is.</summary>
    private static Expression Guard(Expression value, Func<Expression, Expression> use)
    {
        if (value is ConstantExpression { Value: not null } || (value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null))
        {
            return use(value);
        }

        var held = Expression.Variable(value.Type, "held");
        var present = Nullable.GetUnderlyingType(value.Type) is { } type ? Expression.Convert(held, type) : (Expression)held;
        var result = Lift(use(present));
        var isMissing = value.Type.IsValueType ? Expression.Equal(held, Missing(held.Type)) : Expression.ReferenceEqual(held, Missing(held.Type));
        return Expression.Block([held], Expression.Assign(held, value), Expression.Condition(isMissing, Missing(result.Type), result));
    }

    private static Expression Lift(Expression value) => value.Type.IsValueType && value.Type != typeof(void) && Nullable.GetUnderlyingType(value.Type) is null
        ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type))
        : value;

    private static ConstantExpression Missing(Type type) => Expression.Constant(null, type);
}
