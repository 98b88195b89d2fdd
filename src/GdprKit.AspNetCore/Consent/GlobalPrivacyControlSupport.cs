using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GdprKit;

/// <summary>What a site says of itself: whether it abides by Global Privacy Control, in the resource <see cref="Path"/>.</summary>
/// <remarks>Source: the Global Privacy Control specification, "GPC Support Resource". Immutable. Safe for use by several threads.</remarks>
/// <param name="Abides">Whether it does; <see langword="null"/> when it does not say.</param>
/// <param name="LastUpdate">The day since which it says so; <see langword="null"/> when it does not say.</param>
public sealed record GlobalPrivacyControlSupport(bool? Abides, LocalDate? LastUpdate)
{
    /// <summary>Where every site says it: <c>/.well-known/gpc.json</c>.</summary>
    public const string Path = "/.well-known/gpc.json";

    /// <summary>The media type of the resource.</summary>
    public const string MediaType = "application/json";

    private static readonly GlobalPrivacyControlSupport Unknown = new(null, null);

    /// <summary>Reads what a site says. What is malformed says nothing: an error of somebody else's site is no error here.</summary>
    /// <param name="json">The body of the answer.</param>
    public static GlobalPrivacyControlSupport Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            return JsonElement.TryParseValue(ref reader, out var said) && !reader.Read() && said.Value.ValueKind is JsonValueKind.Object
                ? new GlobalPrivacyControlSupport(Truth(said.Value, "gpc"), Day(said.Value, "lastUpdate"))
                : Unknown;
        }
        catch (JsonException)
        {
            return Unknown;
        }
    }

    /// <summary>Writes what a site says; what is <see langword="null"/> is left out.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            if (Abides is { } abides)
            {
                json.WriteBoolean("gpc", abides);
            }

            if (LastUpdate is { } day)
            {
                json.WriteString("lastUpdate", LocalDatePattern.Iso.Format(day));
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static bool? Truth(JsonElement said, string name) => said.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
        : null;

    private static LocalDate? Day(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && LocalDatePattern.Iso.Parse(value.GetString()!) is { Success: true } day
            ? day.Value
            : null;
}
