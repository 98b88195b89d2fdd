namespace GdprKit;

/// <summary>What is said of how people were told of the notice, in plain words.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed class DeliveryWording
{
    private static readonly DeliveryWording Dutch = new(isDutch: true);

    private static readonly DeliveryWording English = new(isDutch: false);

    private readonly bool _isDutch;

    private DeliveryWording(bool isDutch) => _isDutch = isDutch;

    /// <summary>The words in a language; English where it is neither Dutch nor English.</summary>
    /// <param name="language">The language of the reader.</param>
    public static DeliveryWording In(Language language) => language == Language.Dutch ? Dutch : English;

    /// <summary>How far it has come: "gelezen en bevestigd", "read and confirmed".</summary>
    /// <param name="status">How far.</param>
    public string Name(NoticeDeliveryStatus status) => status switch
    {
        NoticeDeliveryStatus.Claimed => Say("wordt verstuurd", "being sent"),
        NoticeDeliveryStatus.Deferred => Say("wordt opnieuw geprobeerd", "tried again later"),
        NoticeDeliveryStatus.Sent => Say("geïnformeerd", "told"),
        NoticeDeliveryStatus.Bounced => Say("teruggekomen", "came back"),
        NoticeDeliveryStatus.Unreachable => Say("niet bereikbaar", "not reached"),
        NoticeDeliveryStatus.Acknowledged => Say("gelezen en bevestigd", "read and confirmed"),
        _ => Say("nog niet geïnformeerd", "not told yet"),
    };

    /// <summary>How a person was told: "per e-mail", "by e-mail"; empty when the person was not.</summary>
    /// <param name="channel">How.</param>
    public string Name(NoticeChannel channel) => channel switch
    {
        NoticeChannel.Email => Say("per e-mail", "by e-mail"),
        NoticeChannel.Letter => Say("per brief", "by letter"),
        NoticeChannel.Application => Say("bij een bezoek", "at a visit"),
        NoticeChannel.InPerson => Say("in persoon", "in person"),
        _ => "",
    };

    /// <summary>How a person said to have read it: "via een link", "through a link"; empty when the person did not.</summary>
    /// <param name="means">How.</param>
    public string Name(AcknowledgementMeans means) => means switch
    {
        AcknowledgementMeans.Form => Say("op een formulier", "on a form"),
        AcknowledgementMeans.Link => Say("via een link", "through a link"),
        AcknowledgementMeans.Account => Say("in het eigen account", "in the own account"),
        AcknowledgementMeans.Paper => Say("op papier", "on paper"),
        AcknowledgementMeans.Phone => Say("per telefoon", "by phone"),
        _ => "",
    };

    /// <summary>Why it did not reach a person: "er is geen adres", "there is no address"; empty when it did.</summary>
    /// <param name="obstacle">Why.</param>
    public string Name(NoticeObstacle obstacle) => obstacle switch
    {
        NoticeObstacle.Unspecified => "",
        NoticeObstacle.NoAddress => Say("er is geen adres", "there is no address"),
        NoticeObstacle.AddressMalformed => Say("het adres is geen adres", "the address is none"),
        NoticeObstacle.AddressNotSupported => Say("de mailserver kan dit adres niet aan", "the mail server cannot carry this address"),
        NoticeObstacle.AddressRefused => Say("het adres bestaat niet", "the address does not exist"),
        NoticeObstacle.Left => Say("de gegevens zijn verwijderd", "the data were removed"),
        NoticeObstacle.AddressUnreadable => Say("het adres kan niet worden gelezen", "the address cannot be read"),
        NoticeObstacle.MailNotWritten => Say("het bericht kon niet worden geschreven", "the message could not be written"),
        NoticeObstacle.TriedInVain => Say("het is vaak genoeg geprobeerd", "it was tried often enough"),
        _ => Say("de mailserver weigert het bericht", "the mail server refuses the message"),
    };

    /// <summary>What happened: "Kreeg de privacyverklaring per e-mail.", "Was sent the privacy notice by e-mail."</summary>
    /// <param name="happened">What happened.</param>
    public string Sentence(NoticeEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Sentence(happened.Kind, happened.Channel, happened.Obstacle, happened.Means);
    }

    internal string Sentence(NoticeEventKind kind, NoticeChannel channel = default, NoticeObstacle obstacle = default, AcknowledgementMeans means = default) => kind switch
    {
        NoticeEventKind.Sent => Say($"Kreeg de privacyverklaring {Name(channel)}.", $"Was sent the privacy notice {Name(channel)}."),
        NoticeEventKind.Reminded => Say($"Werd {Name(channel)} herinnerd aan de privacyverklaring.", $"Was reminded of the privacy notice {Name(channel)}."),
        NoticeEventKind.Deferred => Say("De privacyverklaring kon nog niet worden bezorgd; het wordt opnieuw geprobeerd.", "The privacy notice could not be delivered yet; it is tried again."),
        NoticeEventKind.ReminderDeferred => Say("De herinnering kon nog niet worden bezorgd; het wordt opnieuw geprobeerd.", "The reminder could not be delivered yet; it is tried again."),
        NoticeEventKind.ReminderGivenUp => Say("De herinnering kon niet worden bezorgd.", "The reminder could not be delivered."),
        NoticeEventKind.Bounced => Say("De privacyverklaring kwam terug.", "The privacy notice came back."),
        NoticeEventKind.Unreachable => Say($"De privacyverklaring kan niet worden bezorgd: {Name(obstacle)}.", $"The privacy notice cannot be delivered: {Name(obstacle)}."),
        NoticeEventKind.Requeued => Say("De privacyverklaring wordt opnieuw gestuurd.", "The privacy notice is sent anew."),
        NoticeEventKind.Acknowledged => Say($"Bevestigde {Name(means)} de privacyverklaring te hebben gelezen.", $"Confirmed {Name(means)} to have read the privacy notice."),
        _ => Say("Er gebeurde iets dat een nieuwere versie van het programma vastlegde.", "Something happened that a newer version of the program recorded."),
    };

    internal string Say(string nl, string en) => _isDutch ? nl : en;
}
