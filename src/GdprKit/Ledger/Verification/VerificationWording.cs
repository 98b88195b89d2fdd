using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>What came of a verification of the ledger, in plain words: what is wrong, and what to do.</summary>
/// <remarks>It names nobody. Immutable. Safe for use by several threads.</remarks>
public sealed class VerificationWording
{
    private static readonly VerificationWording Dutch = new(isDutch: true);

    private static readonly VerificationWording English = new(isDutch: false);

    private readonly bool _isDutch;

    private VerificationWording(bool isDutch) => _isDutch = isDutch;

    // What was rewritten can be looked into as long as nobody tidies it up.
    private string KeepAsItIs => Say(
        "Laat de database zoals hij is, bewaar een kopie als bewijs, en zoek uit wie dit kon veranderen.",
        "Leave the database as it is, keep a copy as evidence, and find out who could change this.");

    /// <summary>The words in a language; English where it is neither Dutch nor English.</summary>
    /// <param name="language">The language of the reader.</param>
    public static VerificationWording In(Language language) => language == Language.Dutch ? Dutch : English;

    /// <summary>What came of it, in one or two sentences: "Het logboek klopt: …", "The log is sound: …".</summary>
    /// <param name="report">What came of it.</param>
    public string Summary(VerificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.IsSound
            ? Say($"Het logboek klopt: {Lines(report.Entries)} nagerekend.", $"The log is sound: {Lines(report.Entries)} checked.")
            : report.Faults == 1
                ? Say("Het logboek klopt niet: er is 1 fout gevonden.", "The log is not sound: 1 fault was found.")
                : Say($"Het logboek klopt niet: er zijn {Number(report.Faults)} fouten gevonden.", $"The log is not sound: {Number(report.Faults)} faults were found.");
    }

    /// <summary>One thing that is wrong, with its position where it has one: "Positie 12: deze regel is …".</summary>
    /// <param name="finding">What was found.</param>
    public string Tell(VerificationFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var sentence = Sentence(finding.Fault);
        return finding.Position is { } position ? Say($"Positie {Number(position)}: {sentence}", $"Position {Number(position)}: {sentence}") : sentence;
    }

    /// <summary>What is wrong, as a sentence.</summary>
    /// <param name="fault">What is wrong.</param>
    public string Sentence(VerificationFault fault) => fault switch
    {
        VerificationFault.EntryChanged => Say("Wat hier was vastgelegd, is achteraf veranderd.", "What was recorded here was changed afterwards."),
        VerificationFault.EntryMissing => Say("Wat hier was vastgelegd, is weg of niet meer te lezen, terwijl de bewaartermijn nog loopt.", "What was recorded here is gone or cannot be read, although it is still to be kept."),
        VerificationFault.PositionMissing => Say("Hier ontbreekt een regel in de volgorde.", "A line is missing from the order here."),
        VerificationFault.OrderChanged => Say("De volgorde van het logboek is herschreven.", "The order of the log was rewritten."),
        VerificationFault.NodeChanged => Say("Een controlegetal waarmee het logboek wordt bewezen, ontbreekt, is veranderd of is toegevoegd.", "A check value that proves the log is missing, was changed or was added."),
        VerificationFault.TipUnreadable => Say("Waar het logboek ophoudt, is niet meer te lezen.", "Where the log ends cannot be read any more."),
        VerificationFault.Stray => Say("Er staat een regel in de database die nooit via het logboek is vastgelegd.", "The database holds a line that was never recorded through the log."),
        VerificationFault.PendingMissing => Say("Een regel die nog op zijn plaats in de volgorde wachtte, is weg.", "A line that still waited for its place in the order is gone."),
        VerificationFault.HeadChanged => Say("Een stand die de toepassing gebruikt, is niet wat de regels in het logboek zeggen.", "A state that the application uses is not what the lines of the log say."),
        VerificationFault.ContentChanged => Say("Een bewaarde tekst, zoals een versie van de privacyverklaring, is achteraf veranderd.", "A text that was kept, as a version of the privacy notice, was changed afterwards."),
        VerificationFault.MirrorDiffers => Say("In de kopie buiten de database staat hier iets anders.", "The copy outside of the database says something else here."),
        VerificationFault.MirrorUnfit => Say("De database en de kopie van het logboek passen niet bij elkaar.", "The database and the copy of the log do not fit together."),
        VerificationFault.CheckpointUnfit => Say("Een controlepunt hoort niet bij dit logboek, of is niet met de juiste sleutel ondertekend.", "A checkpoint does not belong to this log, or is not signed by its key."),
        _ => Say("Er is iets mis dat deze versie van het programma niet kent.", "Something is wrong that this version of the program does not know."),
    };

    /// <summary>What to do about it.</summary>
    /// <param name="fault">What is wrong.</param>
    public string Remedy(VerificationFault fault) => fault switch
    {
        VerificationFault.NodeChanged => Say(
            "De regels zelf kunnen nog goed zijn. Bewaar een kopie van de database, en laat de controlegetallen opnieuw uit de regels berekenen.",
            "The lines themselves can still be right. Keep a copy of the database, and let the check values be computed from the lines again."),
        VerificationFault.TipUnreadable => Say(
            "Zet die rij terug uit een back-up; tot dan komt er niets meer in volgorde.",
            "Put that row back from a backup; until then nothing more is put in order."),
        VerificationFault.HeadChanged => Say(
            "Beslissingen over mensen kunnen nu verkeerd zijn. Bewaar een kopie van de database, en zet de stand terug uit een back-up.",
            "Decisions about people can be wrong now. Keep a copy of the database, and put the state back from a backup."),
        VerificationFault.MirrorUnfit => Say("Wat er aan de hand is, staat bij de kopie buiten de database.", "What is the matter is said of the copy outside of the database."),
        VerificationFault.CheckpointUnfit => Say(
            "Kijk of het controlepunt van deze toepassing komt. Zo ja, dan is het logboek sindsdien herschreven: bewaar beide als bewijs.",
            "See whether the checkpoint comes from this application. If so, the log was rewritten since: keep both as evidence."),
        _ => KeepAsItIs,
    };

    /// <summary>How the ledger and its mirror stand to each other, as a sentence.</summary>
    /// <param name="state">How they stand.</param>
    public string Sentence(MirrorState state) => state switch
    {
        MirrorState.NotKept => Say("Er is geen kopie van het logboek buiten de database.", "There is no copy of the log outside of the database."),
        MirrorState.Level => Say("De kopie buiten de database is bij.", "The copy outside of the database is up to date."),
        MirrorState.Ahead => Say("De kopie buiten de database wordt bijgewerkt.", "The copy outside of the database is being brought up to date."),
        MirrorState.Behind => Say("De database mist regels die de kopie nog heeft: er is een oudere versie van de database teruggezet.", "The database lacks lines that the copy still has: an older version of the database was restored."),
        MirrorState.Diverged => Say("De database en de kopie zeggen op dezelfde plaats iets anders.", "The database and the copy say something else at the same place."),
        MirrorState.Foreign => Say("De kopie hoort bij een ander logboek.", "The copy belongs to another log."),
        MirrorState.Missing => Say("De kopie buiten de database is weg, of mist regels die erin stonden.", "The copy outside of the database is gone, or lacks lines that were in it."),
        MirrorState.Full => Say("De schijf waarop de kopie staat, is vol.", "The disk of the copy is full."),
        MirrorState.Unreachable => Say("De kopie buiten de database is niet te bereiken.", "The copy outside of the database cannot be reached."),
        MirrorState.Damaged => Say("De kopie buiten de database is beschadigd, of met een nieuwere versie gemaakt.", "The copy outside of the database is damaged, or was made by a newer version."),
        _ => Say("Er is nog niet naar de kopie buiten de database gekeken.", "Nobody has looked at the copy outside of the database yet."),
    };

    /// <summary>What to do about it; empty when nothing has to be done.</summary>
    /// <param name="state">How they stand.</param>
    public string Remedy(MirrorState state) => state switch
    {
        MirrorState.NotKept => Say(
            "Kies een map op een andere schijf dan de database: anders merkt niemand dat er een oude back-up is teruggezet.",
            "Choose a folder on another disk than the database: otherwise nobody notices that an old backup was restored."),
        MirrorState.Behind => Say(
            "Werk nog niet verder: mensen die zijn gewist kunnen terug zijn, en intrekkingen weg. Haal eerst uit de kopie terug wat de database mist.",
            "Do not go on working yet: people who were erased may be back, and withdrawals gone. First bring back from the copy what the database lacks."),
        MirrorState.Diverged => Say(
            "Controleer het logboek om te zien vanaf welke regel. Is er een back-up teruggezet, haal dan terug wat de kopie heeft; zo niet, bewaar beide als bewijs.",
            "Verify the log to see from which line on. If a backup was restored, bring back what the copy has; otherwise keep both as evidence."),
        MirrorState.Foreign => Say("Geef de map op die bij dit logboek hoort, of een lege.", "Name the folder that belongs to this log, or an empty one."),
        MirrorState.Missing => Say(
            "Zet de kopie terug. Is zij voorgoed weg, zet dan opzij wat ervan over is en laat de beheerder een nieuwe maken uit de database.",
            "Put the copy back. If it is gone for good, move away what is left of it, and let the administrator make a new one from the database."),
        MirrorState.Full => Say("Maak ruimte vrij; daarna gaat het vanzelf verder.", "Make room; it then goes on by itself."),
        MirrorState.Unreachable => Say(
            "Kijk of de map er is, en of de toepassing erin mag schrijven; daarna gaat het vanzelf verder.",
            "See that the folder is there, and that the application may write to it; it then goes on by itself."),
        MirrorState.Damaged => Say(
            "Zet een reservekopie van die map terug, of gebruik de nieuwere versie. Gooi de beschadigde map niet weg: die is bewijs.",
            "Put a spare copy of that folder back, or use the newer version. Do not throw the damaged folder away: it is evidence."),
        _ => "",
    };

    private string Lines(long count) => count == 1 ? Say("1 regel is", "1 line was") : Say($"{Number(count)} regels zijn", $"{Number(count)} lines were");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(string nl, string en) => _isDutch ? nl : en;
}
