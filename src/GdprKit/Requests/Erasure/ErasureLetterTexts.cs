namespace GdprKit.Requests;

/// <summary>The words of the letter about an erasure, in Dutch and English.</summary>
internal sealed class ErasureLetterTexts(Language language)
{
    public RegisterWording Words { get; } = RegisterWording.In(language);

    public string PlanTitle => In("Wat er gewist wordt", "What is erased");

    public string NothingIsHeld => In("Er is niets van deze persoon.", "Nothing is held of this person.");

    public string AllGoes => In("Alles gaat meteen weg.", "Everything goes at once.");

    public string SomeStays => In(
        "Wat geen wet eist, gaat meteen weg. De rest gaat vanzelf weg op de dag die erbij staat.", "What no law demands goes at once. The rest goes by itself on the day that is given.");

    public string Now => In("Gaat nu", "Goes now");

    public string Stays => In("Blijft", "Stays");

    public string WhoElse => In("Wie nog iets moet doen", "Who else has something to do");

    public string RowsGo(long rows, long going) => In($"Rijen: {rows}. Hele rijen die nu weggaan: {going}.", $"Rows: {rows}. Whole rows that go now: {going}.");

    public string Task(ErasurePlace place) => place.Kind switch
    {
        ErasurePlaceKind.Recipient => In($"{NameOf(place)}: inlichten dat de gegevens gewist moeten worden (art. 19 AVG)", $"{NameOf(place)}: tell them that the data must be erased (Art. 19 GDPR)"),
        ErasurePlaceKind.ManualStore => In($"{NameOf(place)}: met de hand wissen", $"{NameOf(place)}: erase by hand"),
        ErasurePlaceKind.Undeclared => In("Wat nergens beschreven staat: nakijken", "What is declared nowhere: look at it"),
        ErasurePlaceKind.Store => In($"{NameOf(place)}: met de hand wissen, want {place.WhyByHand}", $"{NameOf(place)}: erase by hand, because {place.WhyByHand}"),
        _ => In($"{NameOf(place)}: gaat vanzelf", $"{NameOf(place)}: by itself"),
    };

    public string Title => In("Je gegevens zijn gewist", "Your data were erased");

    public string Number => In("Nummer", "Number");

    public string WhatIsErased => In("Wat er gewist is", "What was erased");

    public string NothingWasThere => In("Er waren geen gegevens van je die gewist konden worden.", "There were no data of yours that could be erased.");

    public string WhatStays => In("Wat nog blijft", "What stays for a time");

    public string StaysIntroduction => In(
        "Deze gegevens konden nog niet weg. Ze worden nergens anders voor gebruikt, en gaan vanzelf weg: je hoeft er niet opnieuw om te vragen.",
        "These data could not go yet. They are used for nothing else, and go by themselves: you need not ask again.");

    public string Data => In("Gegevens", "Data");

    public string Reason => In("Waarom", "Why");

    public string UntilAndIncluding => In("Tot en met", "Up to and including");

    public string DemandedThere => In("Daar is een wet die eist dat ze bewaard worden.", "There a law demands that they are kept.");

    public string WhoWasTold => In("Wie het weten", "Who was told");

    public string WhatWeKeep => In("Wat wij zelf vastleggen", "What we record ourselves");

    public string KeptIntroduction => In(
        "We moeten kunnen bewijzen dat we deden wat je vroeg. Daarom bewaren we, zonder je naam of adres:",
        "We must be able to prove that we did what you asked. That is why we keep, without your name or address:");

    public string Backups => In("Back-ups", "Backups");

    public string GoneUnknown => In(
        "Er is niet vastgelegd wanneer gewiste gegevens ook uit de laatste back-up zijn. Vraag het ons als je het wilt weten.",
        "It is not recorded when erased data are gone from the last backup too. Ask us if you want to know.");

    public string BackupsAreNotUsed => In(
        "Tot die tijd gebruiken we de gegevens in back-ups niet. Zetten we een back-up terug, dan wissen we ze opnieuw.",
        "Until then we do not use the data in backups. If we restore a backup, we erase them again.");

    public string Remedies => In("Klacht en rechter", "Complaint and court");

    public string Complain => In("Ben je het er niet mee eens, dan kun je een klacht indienen bij de ", "If you do not agree, you can complain to the ");

    public string CourtInTheNetherlands => In(
        "Ook kun je binnen zes weken nadat je dit antwoord kreeg een verzoekschrift indienen bij de rechtbank (art. 35 lid 2 UAVG).",
        "You can also file a petition with the court within six weeks after you received this answer (art. 35(2) of the Dutch implementation act).");

    public string Court => In("Ook kun je naar de rechter (art. 79 AVG).", "You can also go to court (Art. 79 GDPR).");

    public string Asked(string controller, string day) => In(
        $"{controller} ontving op {day} je verzoek om je gegevens te wissen. Dit is wat we deden.",
        $"On {day} {controller} received your request to erase your data. This is what we did.");

    public string Unasked(string controller) => In($"{controller} heeft gegevens van je gewist.", $"{controller} erased data of yours.");

    public string ErasedOn(string day) => In($"Op {day} wisten we van je:", $"On {day} we erased of you:");

    public string ErasedAt(string place, string day) => In($"{place}: gewist op {day}", $"{place}: erased on {day}");

    public string Told(string recipient, string day) => In(
        $"{recipient} kreeg gegevens van je, en is op {day} ingelicht dat ze gewist moeten worden.", $"{recipient} received data of yours, and was told on {day} that they must be erased.");

    public string NotTold(string recipient) => In(
        $"{recipient} kon niet worden ingelicht, of alleen met onevenredig veel moeite.", $"{recipient} could not be told, or only by a disproportionate effort.");

    public string GoneBy(string day) => In(
        $"Je gegevens staan nog in back-ups. Uiterlijk op {day} zijn ze ook daaruit.", $"Your data are still in backups. By {day} at the latest they are gone from those too.");

    public string GoneUncertain(string sets) => In(
        $"Je gegevens staan nog in back-ups. Wanneer ze daaruit zijn, weten we nog niet: er zijn oudere back-ups dan er zouden moeten zijn ({sets}).",
        $"Your data are still in backups. When they are gone from those we do not know yet: there are older backups than there should be ({sets}).");

    public string GoneUntold(string sets) => In(
        $"Je gegevens staan nog in back-ups. Wanneer ze daaruit zijn, weten we nog niet: van deze back-ups is al een tijd niet doorgegeven welke er zijn ({sets}).",
        $"Your data are still in backups. When they are gone from those we do not know yet: of these backups nobody has told for a while which there are ({sets}).");

    public string Why(ErasureStayReason reason, RetentionRule? rule) => reason switch
    {
        ErasureStayReason.Law => rule?.Source is { } citation
            ? In($"De wet eist dat we ze bewaren ({citation.Text}).", $"The law demands that we keep them ({citation.Text}).")
            : In("De wet eist dat we ze bewaren.", "The law demands that we keep them."),
        ErasureStayReason.LegalHold => In("Ze zijn nodig voor een rechtsvordering (art. 17 lid 3 onder e AVG).", "They are needed for a legal claim (Art. 17(3)(e) GDPR)."),
        ErasureStayReason.OpenRequest => In("Een ander verzoek van je loopt nog.", "Another request of yours is open."),
        ErasureStayReason.Restriction => In("Je vroeg ons ze te bewaren en niet te gebruiken.", "You asked us to keep them and not use them."),
        ErasureStayReason.OfSomebodyElseToo => In("Ze gaan ook over iemand anders.", "They are about somebody else as well."),
        ErasureStayReason.ArrivedLater => In("Ze kwamen er pas na je verzoek bij.", "They arrived after your request."),
        _ => In("Ze worden nog met de hand vervangen.", "They are still being replaced by hand."),
    };

    public string UntilItEnds(ErasureStayReason reason) => reason switch
    {
        ErasureStayReason.Law => In("nog niet bekend", "not known yet"),
        ErasureStayReason.OfSomebodyElseToo or ErasureStayReason.ArrivedLater => In("zolang ze nodig zijn", "as long as they are needed"),
        _ => In("tot dat voorbij is", "until that is over"),
    };

    private string NameOf(ErasurePlace place) => place.Name is { } name ? Words.Text(name) : place.Key.ToString();

    private string In(string nl, string en) => Words.Text(LocalizedText.Of(nl, en));
}
