using System.Text.Json;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Notices;

/// <summary>People and how it stands with them, as objects of JSON.</summary>
internal static class ReportJson
{
    public static void Write(Utf8JsonWriter json, ToldPerson person)
    {
        var delivery = person.Delivery;
        json.WriteStartObject();
        if (person.Subject is { } subject)
        {
            json.WriteString("kind", subject.Kind.ToString());
            json.WriteStartArray("key");
            foreach (var part in subject.Key)
            {
                json.WriteStringValue(part);
            }

            json.WriteEndArray();
        }

        json.WriteString("status", NoticeReports.WordOf(delivery.Status));
        Write(json, "sentAt", delivery.SentAt);
        Write(json, "channel", delivery.Channel);
        Write(json, "language", delivery.Language?.Code);
        Write(json, "version", delivery.Version?.ToString());
        Write(json, "remindedAt", delivery.RemindedAt);
        Write(json, "acknowledgedAt", delivery.AcknowledgedAt);
        Write(json, "means", delivery.Means);
        Write(json, "obstacle", delivery.Obstacle);
        json.WriteBoolean("hasLeft", person.HasLeft);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Instant? instant) => Write(json, name, instant is { } at ? InstantPattern.ExtendedIso.Format(at) : null);

    // What was not said is left out.
    private static void Write<TEnum>(Utf8JsonWriter json, string name, TEnum value)
        where TEnum : struct, Enum => Write(json, name, EqualityComparer<TEnum>.Default.Equals(value, default) ? null : StreamStatus.Of(value).ToString());
}
