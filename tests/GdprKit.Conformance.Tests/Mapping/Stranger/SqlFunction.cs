using System.Linq.Expressions;
using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

/// <summary>The function of a map as a text of SQL: comparisons of properties and values, and what is asked of related rows.</summary>
internal sealed class SqlFunction(SqlStatement statement, SqlSchema schema, LambdaExpression function, string alias, EntityDescription entity)
{
    public string Text => Of(function.Body);

    private string Of(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } converted => Of(converted.Operand),
        UnaryExpression { NodeType: ExpressionType.Not } opposite => $"(NOT {Of(opposite.Operand)})",
        BinaryExpression binary => $"({Of(binary.Left)} {Operator(binary)} {Of(binary.Right)})",
        MethodCallExpression { Method.DeclaringType: { } type } call when type == typeof(Enumerable) => OverRelated(call),
        _ when Path(expression) is { } path && entity.Properties.Any(property => property.Path == path) => statement.Column(alias, path),
        _ when !Mentions.Row(expression) => statement.Parameter(Value(expression)),
        _ => throw Unsupported(expression),
    };

    // C# takes two missing values for equal, and so does IS.
    private static string Operator(BinaryExpression binary) => binary.NodeType switch
    {
        ExpressionType.Equal => "IS",
        ExpressionType.NotEqual => "IS NOT",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.AndAlso => "AND",
        ExpressionType.OrElse => "OR",
        _ => throw Unsupported(binary),
    };

    private string OverRelated(MethodCallExpression call)
    {
        var way = Path(call.Arguments[0]) is { } path ? entity.References.FirstOrDefault(reference => reference.Navigation == path) : null;
        if (way is null)
        {
            throw Unsupported(call);
        }

        var selector = call.Arguments.Count > 1 ? (LambdaExpression)call.Arguments[1] : null;
        string Inner(string name, EntityDescription other) => selector is null ? "1" : new SqlFunction(statement, schema, selector, name, other).Text;
        string Over(string select, Func<string, EntityDescription, string> condition) =>
            statement.Over(select, way.Target, way.TargetProperties, alias, way.Properties, condition);
        var target = schema.Description.Entity(way.Target);
        return call.Method.Name switch
        {
            nameof(Enumerable.Any) => $"EXISTS {Over("1", Inner)}",
            nameof(Enumerable.Count) => Over("COUNT(*)", Inner),
            nameof(Enumerable.Max) => Over($"MAX({Inner("{other}", target)})", (_, _) => "1"),
            nameof(Enumerable.Min) => Over($"MIN({Inner("{other}", target)})", (_, _) => "1"),
            _ => throw Unsupported(call),
        };
    }

    private PropertyPath? Path(Expression expression)
    {
        var names = new Stack<string>();
        for (; expression is MemberExpression { Expression: { } owner } member; expression = owner)
        {
            if (Nullable.GetUnderlyingType(owner.Type) is null)
            {
                names.Push(member.Member.Name);
            }
        }

        return expression == function.Parameters[0] && names.Count > 0 ? PropertyPath.Parse(string.Join('.', names)) : null;
    }

    private static object? Value(Expression expression) => Expression.Lambda(expression).Compile().DynamicInvoke();

    private static NotSupportedException Unsupported(Expression expression) =>
        new($"The tables of this application are not asked for '{expression}'. Compare properties with values, or ask Any, Count, Max or Min of related rows.");

    private sealed class Mentions : ExpressionVisitor
    {
        private bool _row;

        public static bool Row(Expression expression)
        {
            var mentions = new Mentions();
            mentions.Visit(expression);
            return mentions._row;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _row = true;
            return node;
        }
    }
}
