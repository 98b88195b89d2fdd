using System.Globalization;
using System.Text.Json.Nodes;

namespace GdprKit;

/// <summary>Finds and changes values of a JSON document by their JSON pointers. Names in these tests need no escapes.</summary>
public static class JsonPaths
{
    /// <summary>Every value of a document with its path, the document itself first.</summary>
    public static IEnumerable<(string Path, JsonNode? Value)> All(this JsonNode? value, string path = "") => value switch
    {
        JsonObject properties => properties.SelectMany(property => property.Value.All($"{path}/{property.Key}")).Prepend((path, value)),
        JsonArray items => items.SelectMany((item, index) => item.All($"{path}/{index}")).Prepend((path, value)),
        _ => [(path, value)],
    };

    public static JsonNode? At(this JsonNode root, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate((JsonNode?)root, (value, step) => value is JsonArray items ? items[Index(step)] : value![step]);

    public static void Replace(this JsonNode root, string pointer, JsonNode? value)
    {
        var (parent, step) = Split(root, pointer);
        if (parent is JsonArray items)
        {
            items[Index(step)] = value;
        }
        else
        {
            parent[step] = value;
        }
    }

    public static void Remove(this JsonNode root, string pointer)
    {
        var (parent, step) = Split(root, pointer);
        if (parent is JsonArray items)
        {
            items.RemoveAt(Index(step));
        }
        else
        {
            parent.AsObject().Remove(step);
        }
    }

    private static (JsonNode Parent, string Step) Split(JsonNode root, string pointer)
    {
        var end = pointer.LastIndexOf('/');
        return (root.At(pointer[..end])!, pointer[(end + 1)..]);
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
