using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>
/// What must stay as long as its row does, because it says when something happened from which a period runs, whose a row is, or whether an activity is about it: without it nobody
/// would know any more when the rest goes.
/// </summary>
internal sealed class ReadByMaps
{
    private readonly HashSet<(string Entity, PropertyPath Path)> _properties;
    private readonly MapFunctions _functions;

    public ReadByMaps(StoreMap store, ProcessingRegister register)
    {
        var rules = register.Activities.SelectMany(activity => activity.Retention).ToList();
        var used = rules.SelectMany(rule => TermEvents.Of(rule.Term)).ToHashSet();
        var dates = from entity in store.Entities
                    from each in entity.Events
                    where each.Time.Property is not null && used.Contains(each.Event)
                    select (entity.Description.Name, each.Time.Property!);
        var births = rules.Exists(rule => rule.Term is RetentionTerm.UntilAge)
            ? store.Entities.SelectMany(entity => entity.Roles.Where(role => role.Role is FieldRole.BirthDate).Select(role => (entity.Description.Name, role.Property)))
            : [];
        _properties = [.. dates, .. births];
        _functions = MapFunctions.Of(store.Entities, each => used.Contains(each.Event));
    }

    /// <summary>Whether a property of an entity is read.</summary>
    public bool Contains(StoreEntity entity, PropertyPath path) => _properties.Contains((entity.Description.Name, path)) || _functions.Read(entity.Description.Type, path);
}
