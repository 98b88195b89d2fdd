namespace GdprKit;

public abstract partial class DutchRegisterWording
{
    /// <inheritdoc/>
    public override string Name(DataSubjectRight right) => right switch
    {
        DataSubjectRight.Access => "inzage",
        DataSubjectRight.Rectification => "rectificatie",
        DataSubjectRight.Erasure => "wissen",
        DataSubjectRight.Restriction => "beperking",
        DataSubjectRight.Portability => "overdraagbaarheid",
        DataSubjectRight.Objection => "bezwaar",
        DataSubjectRight.ObjectionToMarketing => "bezwaar tegen direct marketing",
        DataSubjectRight.HumanDecision => "een mens laten beslissen",
        DataSubjectRight.WithdrawalOfConsent => "toestemming intrekken",
        DataSubjectRight.Complaint => "klacht",
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
    };

    /// <inheritdoc/>
    public override string Explanation(DataSubjectRight right) => right switch
    {
        DataSubjectRight.Access => "Je mag vragen welke gegevens wij van je hebben. Je krijgt daar dan een kopie van.",
        DataSubjectRight.Rectification => "Kloppen je gegevens niet of ontbreekt er iets? Dan mag je ons vragen om dat te verbeteren.",
        DataSubjectRight.Erasure => "Je mag ons vragen om je gegevens te wissen. Dat doen wij als wij ze niet meer nodig hebben. Wat wij van de wet moeten bewaren, blijft.",
        DataSubjectRight.Restriction => "Je mag ons vragen om je gegevens tijdelijk niet te gebruiken, bijvoorbeeld als je denkt dat ze niet kloppen en wij dat nog uitzoeken.",
        DataSubjectRight.Portability => "Je mag de gegevens die je ons gaf opvragen in een bestand dat een computer kan lezen, of ze laten doorsturen naar een ander.",
        DataSubjectRight.Objection => "Je mag bezwaar maken als jouw situatie daar reden voor geeft. Wij stoppen dan, tenzij wij redenen hebben die zwaarder wegen dan jouw belangen.",
        DataSubjectRight.ObjectionToMarketing => "Wil je geen reclame meer van ons? Zeg het ons, dan stoppen wij ermee. Je hoeft niet te zeggen waarom.",
        DataSubjectRight.HumanDecision => "Neemt een computer een belangrijke beslissing over jou? Dan mag je vragen dat een mens ernaar kijkt, je mening geven en het er niet mee eens zijn.",
        DataSubjectRight.WithdrawalOfConsent => "Je mag je toestemming op elk moment intrekken. Dat is net zo makkelijk als toestemming geven. Wat wij daarvoor al deden, blijft geldig.",
        DataSubjectRight.Complaint => "Vind je dat wij niet goed met je gegevens omgaan? Dan mag je een klacht indienen bij de toezichthouder.",
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
    };
}
