namespace GdprKit.Mapping;

/// <summary>Which stored property somebody may have meant.</summary>
internal static class NearestProperty
{
    public static string? To(PropertyPath path, MappedEntity entity) =>
        NearestKey.To(path.ToString(), entity.Description.Properties.Select(property => property.Path.ToString()));
}
