using NodaTime;
using NodaTime.Text;

namespace GdprKit.Notices;

/// <summary>People and how it stands with them, as rows of a table that any spreadsheet opens.</summary>
internal sealed class ReportCsv(DeliveryWording words, DateTimeZone zone)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public ValueList<string> Headers =>
    [
        words.Say("Soort", "Kind"),
        words.Say("Nummer", "Number"),
        words.Say("Stand", "Status"),
        words.Say("Geïnformeerd op", "Told at"),
        words.Say("Hoe", "How"),
        words.Say("Taal", "Language"),
        words.Say("Versie", "Version"),
        words.Say("Herinnerd op", "Reminded at"),
        words.Say("Bevestigd op", "Confirmed at"),
        words.Say("Hoe bevestigd", "Confirmed how"),
        words.Say("Waarom niet bereikt", "Why not reached"),
        words.Say("Nog in het bestand", "Data still held"),
    ];

    public ValueList<string> Row(ToldPerson person)
    {
        var delivery = person.Delivery;
        return
        [
            person.Subject?.Kind.ToString() ?? "",
            person.Subject is { } subject ? string.Join(" / ", subject.Key) : "",
            words.Name(delivery.Status),
            At(delivery.SentAt),
            words.Name(delivery.Channel),
            delivery.Language?.Code ?? "",
            delivery.Version?.ToString() ?? "",
            At(delivery.RemindedAt),
            At(delivery.AcknowledgedAt),
            words.Name(delivery.Means),
            words.Name(delivery.Obstacle),
            person.HasLeft ? words.Say("nee", "no") : words.Say("ja", "yes"),
        ];
    }

    private string At(Instant? instant) => instant is { } at ? Moment.Format(at.InZone(zone).LocalDateTime) : "";
}
