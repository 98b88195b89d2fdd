using System.Text.Json;
using System.Text.Json.Serialization;

namespace GdprKit.Ledger;

/// <summary>
/// Writes as its text what has exactly one text: keys, digests, refs, ids, types. For the <c>Converters</c> of a
/// <see cref="JsonSourceGenerationOptionsAttribute"/>, one for each type that facts hold.
/// </summary>
/// <typeparam name="T">A type that reads back what its <see cref="object.ToString"/> writes.</typeparam>
public sealed class TextJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
