namespace GdprKit;

/// <summary>What people read about GdprKit's own records, in the languages of a register.</summary>
internal sealed class OwnRecordTexts(ValueList<Language> languages)
{
    public LocalizedText Accountability => In(
        "Bewijs van wat we deden met jouw keuzes en verzoeken",
        "Proof of what we did with your choices and requests");

    public LocalizedText AccountabilityPurpose => In(
        "Wij leggen vast wat we je over je gegevens vertelden, wat je koos en wat je ons vroeg, omdat we dat moeten kunnen bewijzen.",
        "We record what we told you about your data, what you chose and what you asked us, because we must be able to prove it.");

    public LocalizedText Evidence => In(
        "bewijs van informatie, toestemming en verzoeken",
        "proof of information, consent and requests");

    public LocalizedText EvidenceDescription => In(
        "Wanneer we je onze privacyverklaring stuurden, waarvoor je toestemming gaf of introk, en wat je ons vroeg en wat we antwoordden.",
        "When we sent you our privacy notice, what you consented to or withdrew consent for, and what you asked us and what we answered.");

    public LocalizedText ErasureOrder => In(
        "opdrachten om gegevens te wissen",
        "orders to erase data");

    public LocalizedText ErasureOrderDescription => In(
        "Dat wij je gegevens hebben gewist, zodat we ze opnieuw kunnen wissen als we een back-up terugzetten.",
        "That we have erased your data, so that we can erase them again when we restore a backup.");

    public LocalizedText EvidenceEnded => In(
        "het einde van je keuze of verzoek",
        "the end of your choice or request");

    public LocalizedText EvidenceEndedDescription => In(
        "De dag waarop je je toestemming intrekt, waarop je verzoek is afgehandeld of waarop een nieuwe privacyverklaring de oude vervangt.",
        "The day on which you withdraw your consent, on which your request is settled or on which a new privacy notice replaces the old one.");

    public LocalizedText ErasureDone => In(
        "het wissen van je gegevens",
        "the erasure of your data");

    public LocalizedText Suppression => In(
        "Lijst van wie geen reclame wil",
        "List of people who want no marketing");

    public LocalizedText SuppressionPurpose => In(
        "Wij onthouden dat je geen reclame van ons wilt, zodat je die niet alsnog krijgt.",
        "We remember that you want no marketing from us, so that you do not get it after all.");

    public LocalizedText SuppressionInterest => In(
        "te weten wie geen reclame van ons wil",
        "to know who wants no marketing from us");

    public LocalizedText SuppressedAddress => In(
        "een onomkeerbare code van je adres",
        "an irreversible code of your address");

    public LocalizedText SuppressedAddressDescription => In(
        "Uit de code kunnen we je e-mailadres, telefoonnummer of postadres niet aflezen; we herkennen er alleen hetzelfde adres aan.",
        "We cannot read your e-mail address, telephone number or postal address from the code; we only recognise the same address by it.");

    public LocalizedText SuppressionReason => In(
        "zolang we reclame sturen, moeten we weten wie die niet wil",
        "as long as we send marketing, we must know who does not want it");

    private LocalizedText In(string nl, string en) =>
        LocalizedText.OfGiven(languages.Contains(Language.Dutch) ? nl : null, languages.Contains(Language.English) ? en : null);
}
