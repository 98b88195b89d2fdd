using System.Linq.Expressions;

namespace GdprKit.Mapping;

/// <summary>Reads <c>c =&gt; c.Address.City</c> as a path. Nothing is compiled, so that maps work where no code can be made at run time.</summary>
internal static class PropertyPathReader
{
    /// <summary>The path that an expression names, or <see langword="null"/> when it computes something.</summary>
    public static PropertyPath? Read(LambdaExpression expression)
    {
        var names = new List<string>();
        return AddNames(expression.Body, expression.Parameters[0], names) && names.Count > 0 ? new PropertyPath(names.ToValueList()) : null;
    }

    private static bool AddNames(Expression expression, ParameterExpression entity, List<string> names)
    {
        switch (Unwrap(expression))
        {
            case ParameterExpression parameter:
                return parameter == entity;

            case MemberExpression { Expression: { } of } member:
                if (!AddNames(of, entity, names))
                {
                    return false;
                }

                names.Add(member.Member.Name);
                return true;

            // c.Addresses.Select(a => a.City): the city of every address.
            case MethodCallExpression { Method: { Name: nameof(Enumerable.Select), DeclaringType: { } type }, Arguments: [var items, var each] }
                when type == typeof(Enumerable) && Unwrap(each) is LambdaExpression { Parameters: [var item] } selector:
                return AddNames(items, entity, names) && AddNames(selector.Body, item, names);

            default:
                return false;
        }
    }

    /// <summary>Conversions to <see cref="object"/> and from nullable to value say nothing about which property it is.</summary>
    private static Expression Unwrap(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Quote or ExpressionType.TypeAs } unary => Unwrap(unary.Operand),
        MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null => Unwrap(nullable),
        _ => expression,
    };
}
