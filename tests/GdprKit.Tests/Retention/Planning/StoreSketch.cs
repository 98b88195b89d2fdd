using System.Reflection;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Describes a store of the classes of a test, as a store would describe itself.</summary>
internal sealed class StoreSketch(string name = "Shop")
{
    private readonly List<EntityDescription> _entities = [];

    public StoreDescription Description => new(name, _entities.OrderBy(entity => entity.Name, StringComparer.Ordinal).ToValueList());

    public static PropertyPath Path(string path) => PropertyPath.Parse(path);

    /// <summary>An entity of the public properties of a class; the key is its <c>Id</c>.</summary>
    public StoreSketch Entity<T>(Func<EntityDescription, EntityDescription>? change = null)
    {
        var described = new EntityDescription
        {
            Name = typeof(T).Name,
            Type = typeof(T),
            Base = typeof(T).BaseType is { } parent && _entities.Exists(entity => entity.Type == parent) ? parent.Name : null,
            IsAbstract = typeof(T).IsAbstract,
            Key = [Path("Id")],
            Properties = typeof(T).GetProperties().Where(IsStored).Select(Describe).OrderBy(property => property.Path).ToValueList(),
            References = _entities.Find(entity => entity.Type == typeof(T).BaseType)?.References ?? [],
        };
        _entities.Add(change is null ? described : change(described));
        return this;
    }

    /// <summary>A foreign key to the <c>Id</c> of another entity, with the navigation of the same name.</summary>
    public StoreSketch Refers<TFrom, TTo>(string foreignKey, ReferenceDeletion onDelete = ReferenceDeletion.Restrict)
    {
        var navigation = foreignKey[..^"Id".Length];
        var reference = new ReferenceDescription(Path(navigation), [Path(foreignKey)], typeof(TTo).Name, [Path("Id")], IsForeignKey: true) { OnDelete = onDelete };
        foreach (var entity in _entities.FindAll(entity => typeof(TFrom).IsAssignableFrom(entity.Type)))
        {
            _entities[_entities.IndexOf(entity)] = entity with
            {
                References = [.. entity.References, reference],
                Properties = entity.Properties.Select(property => property.Path == Path(foreignKey) ? property with { IsForeignKey = true } : property).ToValueList(),
            };
        }

        return this;
    }

    private static bool IsStored(PropertyInfo property) =>
        property.CanWrite && (property.PropertyType.IsValueType || property.PropertyType == typeof(string));

    private static PropertyDescription Describe(PropertyInfo property) => new()
    {
        Path = Path(property.Name),
        Type = property.PropertyType,
        IsNullable = new NullabilityInfoContext().Create(property).ReadState is NullabilityState.Nullable,
        DeclaredBy = property.DeclaringType!.Name,
    };
}
