using System.Linq.Expressions;

namespace GdprKit.InMemory;

/// <summary>Reads the properties that an expression names.</summary>
internal static class MemberPaths
{
    public static ValueList<PropertyPath> Read(LambdaExpression properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var several = Unwrap(properties.Body) is NewExpression created ? created.Arguments : [properties.Body];
        return several.Select(each => Path(each, properties)).ToValueList();
    }

    private static PropertyPath Path(Expression expression, LambdaExpression properties)
    {
        var names = new Stack<string>();
        var at = Unwrap(expression);
        for (; at is MemberExpression { Expression: { } owner } member; at = Unwrap(owner))
        {
            names.Push(member.Member.Name);
        }

        return at == properties.Parameters[0] && names.Count > 0
            ? PropertyPath.Parse(string.Join('.', names))
            : throw new ArgumentException($"{InMemoryMessages.NotAProperty}: '{properties}' names no property. Name one, c => c.Id, or several, c => new {{ c.TenantId, c.Number }}.", nameof(properties));
    }

    private static Expression Unwrap(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } converted ? Unwrap(converted.Operand) : expression;
}
