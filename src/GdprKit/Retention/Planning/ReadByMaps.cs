using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>
/// What must stay as long as its row does, because it says when something happened from which a period runs, whose a row is, or whether an activity is about it: without it nobody
/// would know any more when the rest goes.
/// </summary>
internal sealed class ReadByMaps
{
    private readonly HashSet<(string Entity, PropertyPath Path)> _properties;
    private readonly HashSet<MemberInfo> _members = [];
    private readonly HashSet<(Type Type, string Name)> _named = [];

    public ReadByMaps(StoreMap store, ProcessingRegister register)
    {
        var rules = register.Activities.SelectMany(activity => activity.Retention).ToList();
        var used = rules.SelectMany(rule => TermEvents.Of(rule.Term)).ToHashSet();
        var events = store.Entities.SelectMany(entity => entity.Events.Where(each => used.Contains(each.Event)).Select(each => (Entity: entity, each.Time))).ToList();
        var births = rules.Exists(rule => rule.Term is RetentionTerm.UntilAge)
            ? store.Entities.SelectMany(entity => entity.Roles.Where(role => role.Role is FieldRole.BirthDate).Select(role => (entity.Description.Name, role.Property)))
            : [];
        _properties = [.. events.Where(each => each.Time.Property is not null).Select(each => (each.Entity.Description.Name, each.Time.Property!)), .. births];
        var reading = new Reading(this);
        foreach (var function in events.Select(each => each.Time.Value)
            .Concat(store.Entities.SelectMany(entity => entity.Owners).Select(owner => owner.Condition))
            .Concat(store.Entities.SelectMany(entity => entity.Scopes).Select(scope => scope.Condition)))
        {
            reading.Visit(function);
        }
    }

    /// <summary>Whether a property of an entity is read.</summary>
    public bool Contains(StoreEntity entity, PropertyPath path) => _properties.Contains((entity.Description.Name, path))
        || (IsRead(entity.Description.Type, path.Segments[0]) && (path.Segments.Count == 1 || _members.Any(member => member.Name == path.Segments[^1])));

    private bool IsRead(Type type, string name) =>
        _members.Any(member => member.Name == name && member.DeclaringType!.IsAssignableFrom(type)) || _named.Any(each => each.Name == name && each.Type.IsAssignableFrom(type));

    private sealed class Reading(ReadByMaps found) : ExpressionVisitor
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
