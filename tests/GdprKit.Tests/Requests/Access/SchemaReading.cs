using System.Text.Json.Nodes;

namespace GdprKit.Requests;

/// <summary>Reads as much of a JSON Schema as that of exports has: properties that are required, and those that are known.</summary>
internal static class SchemaReading
{
    // Whose properties are those of rows, of the ledger and of documents.
    private static readonly string[] Open = ["row", "facts", "texts", "information"];

    public static List<string> Unknown(JsonNode schema, JsonNode value) => [.. Find(schema, schema, value, "")];

    private static IEnumerable<string> Find(JsonNode root, JsonNode schema, JsonNode? value, string path)
    {
        if (schema is not JsonObject)
        {
            return [];
        }

        var name = (string?)schema["$ref"];
        var meant = name is null ? schema : root["$defs"]![name["#/$defs/".Length..]]!;
        return value switch
        {
            JsonArray items when meant["items"] is { } each => items.SelectMany((item, index) => Find(root, each, item, $"{path}/{index}")),
            JsonObject properties when meant["properties"] is JsonObject known && !Open.Contains(name?[(name.LastIndexOf('/') + 1)..]) =>
                properties.Where(property => !known.ContainsKey(property.Key)).Select(property => $"{path}/{property.Key} is unknown")
                    .Concat((meant["required"] as JsonArray ?? []).Select(required => (string)required!).Where(required => !properties.ContainsKey(required)).Select(required => $"{path}/{required} is missing"))
                    .Concat(properties.Where(property => known.ContainsKey(property.Key)).SelectMany(property => Find(root, known[property.Key]!, property.Value, $"{path}/{property.Key}"))),
            _ => [],
        };
    }
}
