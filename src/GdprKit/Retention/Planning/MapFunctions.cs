using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>What the functions read in which a map says when something happened, whose a row is, and whether an activity is about it.</summary>
internal sealed class MapFunctions
{
    private readonly HashSet<MemberInfo> _members = [];
    private readonly HashSet<(Type Type, string Name)> _named = [];

    private MapFunctions(IEnumerable<LambdaExpression?> functions)
    {
        var reading = new Reading(this);
        foreach (var function in functions)
        {
            reading.Visit(function);
        }
    }

    /// <summary>The functions of some entities.</summary>
    /// <param name="entities">The entities.</param>
    /// <param name="counts">Which events matter.</param>
    public static MapFunctions Of(IReadOnlyCollection<StoreEntity> entities, Func<StoreEvent, bool> counts) => new(
    [
        .. entities.SelectMany(entity => entity.Events).Where(counts).Select(each => each.Time.Value),
        .. entities.SelectMany(entity => entity.Owners).Select(owner => owner.Condition),
        .. entities.SelectMany(entity => entity.Scopes).Select(scope => scope.Condition),
    ]);

    /// <summary>Whether they read a property of a class.</summary>
    public bool Read(Type type, PropertyPath path) => Reads(type, path.Segments[0]) && (path.Segments.Count == 1 || _members.Any(member => member.Name == path.Segments[^1]));

    /// <summary>Whether they read rows of a class: a property of theirs, or whether there are any.</summary>
    public bool ReadRowsOf(Type type) => _members.Any(member => member.DeclaringType!.IsAssignableFrom(type) || RowsIn(member)?.IsAssignableFrom(type) is true) || _named.Any(each => each.Type.IsAssignableFrom(type));

    private bool Reads(Type type, string name) =>
        _members.Any(member => member.Name == name && member.DeclaringType!.IsAssignableFrom(type)) || _named.Any(each => each.Name == name && each.Type.IsAssignableFrom(type));

    private static Type? RowsIn(MemberInfo member) =>
        ((member as PropertyInfo)?.PropertyType ?? (member as FieldInfo)?.FieldType) is { } type && type != typeof(string)
            ? type.GetInterfaces().Append(type).FirstOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0]
            : null;

    private sealed class Reading(MapFunctions found) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            found._members.Add(node.Member);
            return base.VisitMember(node);
        }

        // A property that the class does not have is read by its name.
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node is { Method.Name: "Property", Arguments: [var row, ConstantExpression { Value: string name }] })
            {
                found._named.Add((row.Type, name));
            }

            return base.VisitMethodCall(node);
        }
    }
}
