using System.Text.Json.Nodes;

namespace GdprKit;

/// <summary>What the schema says about the places of the complete register.</summary>
public static class RegisterSchemaPlaces
{
    private static readonly JsonNode File = CompleteRegister.Node();

    public static JsonNode Schema { get; } = JsonNode.Parse(RegisterSchema.ToJson())!;

    /// <summary>The properties that the schema describes at a place, or <see langword="null"/> where names are free.</summary>
    public static JsonObject? PropertiesAt(string path) => DescriptionAt(path) is { } place ? Resolved(place, File.At(path))["properties"]?.AsObject() : null;

    /// <summary>The part of the schema that describes a place of the complete register, before its reference is followed.</summary>
    public static JsonObject? DescriptionAt(string path)
    {
        var place = Schema.AsObject();
        var value = (JsonNode?)File;
        foreach (var step in path.Split('/').Skip(1))
        {
            var described = Resolved(place, value);
            place = (value is JsonArray ? described["items"] : described["properties"]?[step] ?? described["additionalProperties"])!.AsObject();
            value = value!.At($"/{step}");
        }

        return place;
    }

    /// <summary>Follows references, and of several cases takes the one whose type the value has.</summary>
    private static JsonObject Resolved(JsonObject place, JsonNode? value)
    {
        while (place["$ref"]?.GetValue<string>() is { } reference)
        {
            place = Schema.At(reference[1..])!.AsObject();
        }

        var type = (value as JsonObject)?["type"]?.GetValue<string>();
        return type is null
            ? place
            : place["oneOf"]!.AsArray().Select(one => one!.AsObject()).Single(one => one["properties"]!["type"]!["const"]!.GetValue<string>() == type);
    }
}
