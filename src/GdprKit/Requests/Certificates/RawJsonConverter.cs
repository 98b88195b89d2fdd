using System.Text.Json;
using System.Text.Json.Serialization;
using GdprKit.Content;

namespace GdprKit.Requests;

/// <summary>Writes facts as the JSON that they are, and reads them to the bytes that were hashed.</summary>
internal sealed class RawJsonConverter : JsonConverter<ValueList<byte>>
{
    public override ValueList<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var facts = JsonDocument.ParseValue(ref reader);
        return [.. CanonicalJson.Canonicalize(facts.RootElement)];
    }

    public override void Write(Utf8JsonWriter writer, ValueList<byte> value, JsonSerializerOptions options) => writer.WriteRawValue(value.AsSpan());
}
