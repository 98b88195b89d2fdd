using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Ledger;

/// <summary>Writes a period by ISO 8601: <c>P1Y6M</c>. For the <c>Converters</c> of a <see cref="JsonSourceGenerationOptionsAttribute"/>.</summary>
public sealed class PeriodJsonConverter : JsonConverter<Period>
{
    /// <inheritdoc/>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && PeriodPattern.Roundtrip.Parse(reader.GetString()!) is { Success: true } result ? result.Value : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(PeriodPattern.Roundtrip.Format(value));
    }
}
