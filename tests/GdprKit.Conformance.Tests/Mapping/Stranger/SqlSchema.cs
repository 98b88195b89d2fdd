using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

/// <summary>A table for every entity that is derived from none, with a column for every property, and the class of every row.</summary>
internal sealed class SqlSchema(StoreDescription description)
{
    public const string ClassColumn = "\"class\"";

    public StoreDescription Description { get; } = description;

    /// <summary>The table in which the rows of an entity are.</summary>
    public string Table(EntityDescription entity) => Quote(Root(entity).Name);

    public string Column(PropertyPath path) => Quote(path.ToString());

    public Func<PropertyPath, PropertyDescription> Property(EntityDescription entity) => path => entity.Properties.Single(property => property.Path == path);

    /// <summary>The classes of rows that are one of an entity, for a statement.</summary>
    public string Classes(EntityDescription entity) => string.Join(", ", Description.Family(entity.Name).Select(member => $"'{member.Name}'"));

    public IEnumerable<string> CreateTables() => Description.Entities.Where(entity => entity.Base is null).Select(root =>
    {
        var family = Description.Family(root.Name).ToList();
        var columns = family.SelectMany(entity => entity.Properties).DistinctBy(property => property.Path)
            .Select(property => $"{Column(property.Path)} {SqlValues.ColumnType(property)}");
        return $"CREATE TABLE {Table(root)} ({ClassColumn} TEXT NOT NULL, {string.Join(", ", columns)}, PRIMARY KEY ({string.Join(", ", root.Key.Select(Column))})) WITHOUT ROWID";
    });

    private EntityDescription Root(EntityDescription entity) => entity.Base is { } parent ? Root(Description.Entity(parent)) : entity;

    private static string Quote(string name) => $"\"{name}\"";
}
