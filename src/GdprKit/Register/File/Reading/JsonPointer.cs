namespace GdprKit.Register;

/// <summary>Paths into the register file (RFC 6901).</summary>
internal static class JsonPointer
{
    public static string Append(string path, int index) => $"{path}/{index}";

    /// <summary>
    /// Keys and known names stand in a path as they are. Whatever else a file holds for a name is shortened, so that a path
    /// stays one readable line.
    /// </summary>
    public static string Append(string path, string name)
    {
        var readable = name.Length <= KeySyntax.MaximumLength && !name.Any(char.IsControl) ? name : Excerpt.Of(name);
        return $"{path}/{readable.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
    }
}
