namespace GdprKit.Requests;

/// <summary>The words of a certificate of an erasure, in Dutch and English.</summary>
internal sealed class ErasureCertificateTexts(Language language)
{
    public RegisterWording Words { get; } = RegisterWording.In(language);

    public string Title => In("Bewijs van wissen", "Certificate of erasure");

    public string Erasure => In("Het wissen", "The erasure");

    public string Number => In("Nummer", "Number");

    public string Person => In("Soort persoon", "Kind of person");

    public string Ordered => In("Opdracht", "Order");

    public string State => In("Stand", "State");

    public string Suppressed => In("Geen reclame meer", "No more marketing");

    public string IsSuppressed => In("Van de adressen is een versleuteld kenmerk bewaard.", "Of the addresses a keyed mark is kept.");

    public string Places => In("Wat waar gewist is", "What was erased where");

    public string Place => In("Plaats", "Place");

    public string What => In("Wat er gebeurde", "What was done");

    public string On => In("Op", "On");

    public string Deleted => In("Hele rijen weg", "Whole rows gone");

    public string Emptied => In("Rijen leeggemaakt", "Rows emptied");

    public string Stays => In("Wat er blijft", "What stays");

    public string Proof => In("Zo is het na te gaan", "How to check it");

    public string HowToCheck => In(
        "In het bestand van dit bewijs (JSON) staat bij elke regel wat nodig is om na te rekenen dat zij in het logboek staat en dat er niets aan veranderd is. Leg het controlegetal hieronder naast een controlepunt van het logboek dat ergens anders bewaard is: een dat even oud is, of een jonger met het bewijs dat het logboek alleen gegroeid is.",
        "The file of this certificate (JSON) holds for every line what is needed to work out that it stands in the log and that nothing of it was changed. Compare the check value below with a checkpoint of the log that was kept elsewhere: one of the same age, or a later one with the proof that the log has only grown.");

    public string Log => In("Logboek", "Log");

    public string Size => In("Regels in volgorde", "Lines in order");

    public string Root => In("Controlegetal over al die regels", "Check value over all these lines");

    public string Lines => In("De regels over dit wissen", "The lines about this erasure");

    public string Position => In("Plaats in het logboek", "Position in the log");

    public string Line => In("Regel", "Line");

    public string RecordedAt => In("Vastgelegd (UTC)", "Recorded (UTC)");

    public string Covers(string controller) => In(
        $"{controller} wiste gegevens van een persoon. Dit bewijs zegt wat, waar en wanneer, en wat er blijft, tot wanneer en waarom. Het gaat over de plaatsen die {controller} heeft opgegeven en die hieronder staan. Over andere plaatsen zegt het niets.",
        $"{controller} erased data of a person. This certificate says what, where and when, and what stays, until when and why. It covers the places that {controller} declared, which are listed below. Of other places it says nothing.");

    public string OrderedOn(string day, bool isRequested) => isRequested ? In($"op {day}, zoals de persoon vroeg", $"on {day}, as the person asked") : In($"op {day}, zonder verzoek", $"on {day}, without a request");

    public string StatusOf(ErasureOrderStatus status, string day) => status switch
    {
        ErasureOrderStatus.Completed => In($"Op {day} was alles gewist.", $"On {day} everything was erased."),
        ErasureOrderStatus.Ended => In($"Op {day} gestopt. Wat er nog is, volgt de gewone termijnen.", $"Ended on {day}. What is left follows its ordinary periods."),
        _ => In($"Sinds {day} heeft elke plaats geantwoord. Wat blijft gaat vanzelf weg.", $"Since {day} every place has answered. What stays goes by itself."),
    };

    public string Done(ErasureCertificatePlace place) => place switch
    {
        { Answer: ErasurePlaceAnswer.Impossible } => In("kon niet worden ingelicht", "could not be told"),
        { Kind: ErasurePlaceKind.Recipient } => In("ingelicht (art. 19 AVG)", "told (Art. 19 GDPR)"),
        { Kind: ErasurePlaceKind.Undeclared } => In("nagekeken", "looked at"),
        { Answer: ErasurePlaceAnswer.Waiting } => In("gewist wat weg kon", "erased what could go"),
        { IsByHand: true } => In("met de hand gewist", "erased by hand"),
        _ => In("gewist", "erased"),
    };

    public string NameOf(ErasurePlaceKind kind, string name) => kind is ErasurePlaceKind.Undeclared ? In("Wat nergens beschreven staat", "What is declared nowhere") : name;

    private string In(string nl, string en) => Words.Text(LocalizedText.Of(nl, en));
}
