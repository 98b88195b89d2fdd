using System.Text;
using System.Text.Json.Nodes;

namespace GdprKit;

/// <summary>
/// The file <c>complete-register.json</c>, which holds every property that a register file can have, each with another value than
/// its default, written as GdprKit writes it.
/// </summary>
public static class CompleteRegister
{
    private static readonly byte[] Bytes = Open();

    public static byte[] Utf8 => [.. Bytes];

    public static string Text => Encoding.UTF8.GetString(Bytes);

    public static JsonNode Node() => JsonNode.Parse(Bytes)!;

    /// <summary>The file with something changed in it.</summary>
    public static byte[] With(Action<JsonNode> change)
    {
        var file = Node();
        change(file);
        return ToUtf8(file);
    }

    /// <summary>The file with another value at a path.</summary>
    public static byte[] With(string pointer, string json) => With(file => file.Replace(pointer, JsonNode.Parse(json)));

    /// <summary>The file without the value at a path.</summary>
    public static byte[] Without(string pointer) => With(file => file.Remove(pointer));

    public static byte[] ToUtf8(JsonNode file) => Encoding.UTF8.GetBytes(file.ToJsonString());

    private static byte[] Open()
    {
        using var stream = typeof(CompleteRegister).Assembly.GetManifestResourceStream("complete-register.json")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
