using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>Deliveries in plain words, as the history of a person tells them.</summary>
internal static class DeliveryTelling
{
    public static StreamFold<NoticeDelivery> AddTo(StreamFold<NoticeDelivery> fold) => fold
        .Tell(DeliveryEntries.Sent, static (entry, words) => words.Choose(
            $"Kreeg de privacyverklaring {Over(entry.Facts.Channel, words)}.", $"Was sent the privacy notice {Over(entry.Facts.Channel, words)}."))
        .Tell(DeliveryEntries.Reminded, static (entry, words) => words.Choose(
            $"Werd {Over(entry.Facts.Channel, words)} herinnerd aan de privacyverklaring.", $"Was reminded of the privacy notice {Over(entry.Facts.Channel, words)}."))
        .Tell(DeliveryEntries.ReminderDeferred, static (entry, words) => entry.Facts.RetryAt is null
            ? words.Choose("De herinnering kon niet worden bezorgd.", "The reminder could not be delivered.")
            : words.Choose("De herinnering kon nog niet worden bezorgd; het wordt opnieuw geprobeerd.", "The reminder could not be delivered yet; it is tried again."))
        .Tell(DeliveryEntries.Deferred, static (_, words) => words.Choose(
            "De privacyverklaring kon nog niet worden bezorgd; het wordt opnieuw geprobeerd.", "The privacy notice could not be delivered yet; it is tried again."))
        .Tell(DeliveryEntries.Bounced, static (_, words) => words.Choose("De privacyverklaring kwam terug.", "The privacy notice came back."))
        .Tell(DeliveryEntries.Unreachable, static (entry, words) => words.Choose(
            $"De privacyverklaring kan niet worden bezorgd: {Why(entry.Facts.Obstacle, words)}.", $"The privacy notice cannot be delivered: {Why(entry.Facts.Obstacle, words)}."))
        .Tell(DeliveryEntries.Requeued, static (_, words) => words.Choose("De privacyverklaring wordt opnieuw gestuurd.", "The privacy notice is sent anew."))
        .Tell(DeliveryEntries.Acknowledged, static (entry, words) => words.Choose(
            $"Bevestigde {By(entry.Facts.Means, words)} de privacyverklaring te hebben gelezen.", $"Confirmed {By(entry.Facts.Means, words)} to have read the privacy notice."));

    private static string Over(NoticeChannel channel, EntryWords words) => channel switch
    {
        NoticeChannel.Email => words.Choose("per e-mail", "by e-mail"),
        NoticeChannel.Letter => words.Choose("per brief", "by letter"),
        NoticeChannel.Application => words.Choose("bij een bezoek", "at a visit"),
        _ => words.Choose("in persoon", "in person"),
    };

    private static string Why(NoticeObstacle obstacle, EntryWords words) => obstacle switch
    {
        NoticeObstacle.NoAddress => words.Choose("er is geen adres", "there is no address"),
        NoticeObstacle.AddressMalformed => words.Choose("het adres is geen adres", "the address is none"),
        NoticeObstacle.AddressNotSupported => words.Choose("de mailserver kan dit adres niet aan", "the mail server cannot carry this address"),
        NoticeObstacle.AddressRefused => words.Choose("het adres bestaat niet", "the address does not exist"),
        NoticeObstacle.Left => words.Choose("de gegevens zijn verwijderd", "the data were removed"),
        NoticeObstacle.AddressUnreadable => words.Choose("het adres kan niet worden gelezen", "the address cannot be read"),
        NoticeObstacle.MailNotWritten => words.Choose("het bericht kon niet worden geschreven", "the message could not be written"),
        NoticeObstacle.TriedInVain => words.Choose("het is vaak genoeg geprobeerd", "it was tried often enough"),
        _ => words.Choose("de mailserver weigert het bericht", "the mail server refuses the message"),
    };

    private static string By(AcknowledgementMeans means, EntryWords words) => means switch
    {
        AcknowledgementMeans.Form => words.Choose("op een formulier", "on a form"),
        AcknowledgementMeans.Link => words.Choose("via een link", "through a link"),
        AcknowledgementMeans.Account => words.Choose("in het eigen account", "in the own account"),
        AcknowledgementMeans.Paper => words.Choose("op papier", "on paper"),
        _ => words.Choose("per telefoon", "by phone"),
    };
}
