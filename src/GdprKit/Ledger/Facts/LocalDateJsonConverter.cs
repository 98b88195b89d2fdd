using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Ledger;

/// <summary>Writes a day by ISO 8601: <c>2026-11-26</c>. For the <c>Converters</c> of a <see cref="JsonSourceGenerationOptionsAttribute"/>.</summary>
public sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    /// <inheritdoc/>
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true } result ? result.Value : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
