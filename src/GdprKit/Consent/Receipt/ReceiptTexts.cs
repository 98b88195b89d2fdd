namespace GdprKit.Consent;

/// <summary>The words of a receipt, in Dutch and English.</summary>
internal sealed class ReceiptTexts(Language language)
{
    public RegisterWording Words { get; } = RegisterWording.In(language);

    public string Title(string activity) => In($"Ontvangstbewijs van toestemming: {activity}", $"Consent receipt: {activity}");

    public string Introduction(string controller) => In(
        $"Dit heb je met {controller} afgesproken. Bewaar het voor jezelf.",
        $"This is what you agreed with {controller}. Keep it for yourself.");

    public string WhatYouAgreedTo => In("Waar je mee instemde", "What you agreed to");

    public string Question => In("De vraag", "The question");

    public string QuestionUnknown => In("De precieze woorden zijn niet bekend: dit is overgenomen uit een lijst.", "The exact words are not known: this was taken over from a list.");

    public string Purpose => In("Waarvoor", "What for");

    public string Data => In("Welke gegevens", "Which data");

    public string Recipients => In("Wie ze krijgt", "Who receives them");

    public string NobodyElse => In("Niemand anders.", "Nobody else.");

    public string HowLong => In("Hoe lang", "How long");

    public string Kind => In("Soort toestemming", "Kind of consent");

    public string KindOf(bool isExplicit) => isExplicit ? In("Uitdrukkelijk.", "Explicit.") : In("Gewoon.", "Ordinary.");

    public string State => In("Hoe het nu is", "How it stands now");

    public string Until(string day) => In($"Geldt tot {day}.", $"Lasts until {day}.");

    public string TakeBack => In("Intrekken", "Taking it back");

    public string HowToTakeBack => In("Dat kan altijd, zo makkelijk als je haar gaf. Wat wij daarvoor deden, blijft rechtmatig.", "You can always do so, as easily as you gave it. What we did before stays lawful.");

    public string Here => In("Hier trek je haar in", "Take it back here");

    public string Controller => In("Verantwoordelijke", "Controller");

    public string NoticeUnknown => In("Welke verklaring erbij hoorde, is niet bekend: dit is overgenomen uit een lijst.", "Which notice went with it is not known: this was taken over from a list.");

    public string Notice => In("Privacyverklaring", "Privacy notice");

    public string Number => In("Nummer", "Number");

    public string History => In("Wat er gebeurde", "What happened");

    public string When => In("Wanneer", "When");

    public string What => In("Wat", "What");

    public string Name(ConsentStatus status) => status switch
    {
        ConsentStatus.Unknown => In("onbekend", "unknown"),
        ConsentStatus.Requested => In("gevraagd", "asked"),
        ConsentStatus.Deferred => In("uitgesteld", "put off"),
        ConsentStatus.Refused => In("geweigerd", "refused"),
        ConsentStatus.Given => In("gegeven", "given"),
        ConsentStatus.Renewed => In("opnieuw gegeven", "given again"),
        ConsentStatus.Withdrawn => In("ingetrokken", "taken back"),
        ConsentStatus.Revoked => In("door ons beëindigd", "ended by us"),
        ConsentStatus.Invalidated => In("niet meer geldig", "no longer valid"),
        ConsentStatus.Expired => In("verlopen", "expired"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public string Method(ReceiptEvent happened)
    {
        var act = happened.Mechanism switch
        {
            ConsentMechanism.Checkbox => In("vakje aangevinkt", "box ticked"),
            ConsentMechanism.Button => In("knop ingedrukt", "button pressed"),
            ConsentMechanism.Signature => In("ondertekend", "signed"),
            ConsentMechanism.Written => In("geschreven", "written"),
            ConsentMechanism.Spoken => In("gezegd", "said"),
            ConsentMechanism.Setting => In("instelling gewijzigd", "setting changed"),
            _ => "",
        };
        var over = happened.Medium switch
        {
            ConsentMedium.Website => In("website", "website"),
            ConsentMedium.App => In("app", "app"),
            ConsentMedium.Email => In("e-mail", "e-mail"),
            ConsentMedium.TextMessage => In("bericht", "text message"),
            ConsentMedium.Phone => In("telefoon", "phone"),
            ConsentMedium.Paper => In("papier", "paper"),
            ConsentMedium.InPerson => In("gesprek", "face to face"),
            ConsentMedium.OtherSystem => In("overgenomen uit een ander systeem", "taken over from another system"),
            _ => In("vastgelegd door de verantwoordelijke", "recorded by the controller"),
        };
        return act.Length == 0 ? over : $"{act}, {over}";
    }

    private string In(string dutch, string english) => Words.Language == Language.Dutch ? dutch : english;
}
