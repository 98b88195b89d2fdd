using NodaTime;

namespace GdprKit;

/// <summary>What <see cref="RegisterTemplates.Association"/> proposes.</summary>
internal static class AssociationTemplate
{
    public static void Declare(RegisterBuilder register) => register
        .People(Association.Members, nl: "leden", en: "members")
        .People(Association.Subscribers, nl: "lezers van onze nieuwsbrief", en: "readers of our newsletter")
        .Category(Association.Name, nl: "naam", en: "name", category => category.Term("pd:Name"))
        .Category(Association.Address, nl: "adres", en: "address", category => category.Term("pd:PhysicalAddress"))
        .Category(Association.EmailAddress, nl: "e-mailadres", en: "e-mail address", category => category.Term("pd:EmailAddress"))
        .Category(Association.Phone, nl: "telefoonnummer", en: "phone number", category => category.Term("pd:TelephoneNumber"))
        .Category(Association.BirthDate, nl: "geboortedatum", en: "date of birth", category => category.Term("pd:BirthDate"))
        .Category(Association.Membership, nl: "lidmaatschap", en: "membership", category => category.Description(
            nl: "Sinds wanneer je lid bent en wat voor lid.",
            en: "Since when you are a member, and of which kind."))
        .Category(Association.BankAccount, nl: "bankrekening", en: "bank account", category => category.Term("pd:BankAccount"))
        .Category(Association.Payments, nl: "contributie en betalingen", en: "contributions and payments")
        .Category(Association.Photos, nl: "foto's", en: "photos", category => category.Term("pd:Picture"))
        .Event(Association.EndOfMembership, nl: "het einde van je lidmaatschap", en: "the end of your membership")
        .Event(Association.Payment, nl: "de betaling", en: "the payment")
        .Activity(Association.MembershipAdministration, MembershipAdministration)
        .Activity(Association.Bookkeeping, Bookkeeping)
        .Activity(Association.Newsletter, Newsletter)
        .Activity(Association.PhotosOnWebsite, PhotosOnWebsite);

    private static void MembershipAdministration(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Ledenadministratie", en: "Membership administration")
        .Purpose(
            nl: "Wij weten wie lid is, bereiken onze leden en innen de contributie.",
            en: "We know who is a member, reach our members and collect the contribution.",
            term: "dpv:FulfilmentOfContractualObligation")
        .OnContract()
        .About(Association.Members)
        .Uses(
            Association.Name,
            Association.Address,
            Association.EmailAddress,
            Association.Phone,
            Association.BirthDate,
            Association.Membership,
            Association.BankAccount)
        .Keep(keep => keep.For(Period.FromYears(2)).After(Association.EndOfMembership));

    // The board of a legal person keeps its books seven years (art. 2:10 lid 3 BW), whether or not it pays taxes.
    private static void Bookkeeping(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Contributie en boekhouding", en: "Contributions and bookkeeping")
        .Purpose(
            nl: "Wij houden bij wie wat betaalde, omdat de wet dat van onze vereniging vraagt.",
            en: "We keep books of who paid what, because the law asks that of our association.",
            term: "dpv:LegalCompliance")
        .OnLegalObligation("art. 2:10 BW", "NL", "https://wetten.overheid.nl/BWBR0003045")
        .About(Association.Members)
        .Uses(Association.Name, Association.Payments)
        .Keep(keep => keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(Association.Payment)
            .Statute("art. 2:10 lid 3 BW", "NL", "https://wetten.overheid.nl/BWBR0003045"));

    private static void Newsletter(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Nieuwsbrief", en: "Newsletter")
        .Purpose(nl: "Wij sturen je onze nieuwsbrief.", en: "We send you our newsletter.", term: "dpv:DirectMarketing")
        .OnConsent()
        .About(Association.Members, Association.Subscribers)
        .Uses(Association.Name, Association.EmailAddress)
        .Marketing(MarketingChannel.Email)
        .Keep(keep => keep.WhileConsentStands());

    private static void PhotosOnWebsite(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Foto's op de website", en: "Photos on the website")
        .Purpose(
            nl: "Wij laten op onze website zien wat wij samen doen.",
            en: "We show on our website what we do together.",
            term: "dpv:PublicRelations")
        .OnConsent()
        .About(Association.Members)
        .Uses(Association.Photos)
        .Keep(keep => keep.WhileConsentStands());
}
