namespace GdprKit.Samples.Crm.Navigation;

/// <summary>A place in the menu.</summary>
/// <param name="TextKey">Its name, a key of the texts.</param>
/// <param name="Path">Where it is.</param>
public sealed record MenuItem(string TextKey, string Path)
{
    public bool Contains(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}
