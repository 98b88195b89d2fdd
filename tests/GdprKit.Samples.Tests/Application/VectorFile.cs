using System.Text.Json;

namespace GdprKit.Samples.Application;

/// <summary>A file of tests/vectors, or of the folder that the environment variable GDPRKIT_VECTORS names.</summary>
internal static class VectorFile
{
    /// <summary>The content, or <see langword="null"/> where the folder has no such file: every one of them is optional.</summary>
    public static JsonElement? Read(string name)
    {
        var folder = Environment.GetEnvironmentVariable("GDPRKIT_VECTORS") is { Length: > 0 } elsewhere ? elsewhere : Repository.FullPath("tests", "vectors");
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? JsonElement.Parse(File.ReadAllBytes(path)) : null;
    }
}
