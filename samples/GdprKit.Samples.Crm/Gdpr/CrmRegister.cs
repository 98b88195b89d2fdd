using NodaTime;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>
/// What this shop keeps of whom, why, and for how long: the one declaration that the notice, the record of processing and
/// all that follows is derived from. <c>gdpr-register.json</c> says exactly the same.
/// </summary>
public static class CrmRegister
{
    public static ProcessingRegister Create() => ProcessingRegister.Create(register => register
        .Controller(Controller)
        .People(Crm.Customers, nl: "klanten", en: "customers")
        .People(Crm.Employees, nl: "medewerkers", en: "employees", hasOwnNotice: true)
        .Category(Crm.Name, nl: "naam", en: "name", category => category.Term("pd:Name"))
        .Category(Crm.Company, nl: "bedrijf", en: "company")
        .Category(Crm.Address, nl: "adres", en: "address", category => category.Term("pd:PhysicalAddress"))
        .Category(Crm.Phone, nl: "telefoon- en faxnummer", en: "phone and fax number", category => category.Term("pd:TelephoneNumber"))
        .Category(Crm.EmailAddress, nl: "e-mailadres", en: "e-mail address", category => category.Term("pd:EmailAddress"))
        .Category(Crm.Language, nl: "taal", en: "language", category => category.Term("pd:Language"))
        .Category(Crm.Origin, nl: "wie je aanmeldde", en: "who signed you up",
            category => category.Description(nl: "Alleen als een ander dat deed.", en: "Only when somebody else did."))
        .Category(Crm.Purchases, nl: "aankopen", en: "purchases", category => category.Term("pd:Purchase")
            .Description(nl: "Welke muziek je kocht, wanneer en voor hoeveel.", en: "Which music you bought, when and for how much."))
        .Category(Crm.Invoices, nl: "facturen", en: "invoices")
        .Category(Crm.BirthDate, nl: "geboortedatum", en: "date of birth", category => category.Term("pd:BirthDate"))
        .Category(Crm.Employment, nl: "functie en dienstverband", en: "job and employment",
            category => category.Description(nl: "Functie, leidinggevende en datum van indiensttreding.", en: "Job title, manager and starting date."))
        .Event(Crm.Invoice, nl: "de factuur", en: "the invoice")
        .Event(Crm.LastPurchase, nl: "je laatste aankoop", en: "your last purchase")
        .Event(Crm.SignUp, nl: "je aanmelding", en: "your sign-up")
        .Event(Crm.EndOfEmployment, nl: "het einde van je dienstverband", en: "the end of your employment")
        .Recipient(Crm.Bookkeeper, recipient => recipient.Name("Kloek Administraties B.V.").Processor().Country("NL")
            .Task(nl: "doet onze boekhouding", en: "keeps our books"))
        .Recipient(Crm.TaxAuthority, recipient => recipient.Name("Belastingdienst").Controller().Country("NL")
            .Task(nl: "controleert onze boekhouding", en: "audits our books"))
        .Recipient(Crm.PaymentProvider, recipient => recipient.Name("Kassa Betaaldiensten B.V.").Controller().Country("NL")
            .Task(nl: "verwerkt je betaling", en: "handles your payment"))
        .Recipient(Crm.MailProvider, recipient => recipient.Name("Postduif Mailing B.V.").Processor().Country("NL")
            .Task(nl: "verstuurt onze mails", en: "sends our mails"))
        .Recipient(Crm.HelpDesk, recipient => recipient.Name("Answerwell Inc.").Processor().Country("US")
            .Task(nl: "levert de software van onze klantenservice", en: "provides the software of our help desk")
            .TransfersTo("US", new TransferSafeguard.AdequacyDecision(new Citation(
                "Decision (EU) 2023/1795", new Uri("https://eur-lex.europa.eu/eli/dec_impl/2023/1795/oj")))))
        .Activity(Crm.Orders, HandleOrders)
        .Activity(Crm.Invoicing, KeepInvoices)
        .Activity(Crm.Warranty, HandleClaims)
        .Activity(Crm.Newsletter, SendNewsletter)
        .Activity(Crm.SimilarProducts, RecommendSimilarProducts)
        .Activity(Crm.StaffAdministration, AdministerStaff)
        .Backup(Crm.NightlyBackup, backup => backup.Every(Period.FromDays(1)).KeptFor(Period.FromMonths(3))
            .Name(nl: "nachtelijke back-up van de database", en: "nightly backup of the database"))
        .Security(
            nl: "Toegang alleen voor medewerkers die de gegevens nodig hebben, met een eigen account; versleutelde verbindingen; elke nacht een versleutelde back-up; updates binnen een week.",
            en: "Access only for employees who need the data, each with an account of their own; encrypted connections; an encrypted backup every night; updates within a week."));

    private static void Controller(DataControllerBuilder controller) => controller
        .Name("Chinook Muziek B.V.")
        .Country("NL")
        .RegistrationNumber("00000000")
        .Address("Muziekplein 1", "1000 AA", "Amsterdam")
        .Contact(email: "info@chinook.example", phone: "+31 20 000 0000", website: "https://www.chinook.example")
        .Rights(page: "/privacy-rights", email: "privacy@chinook.example", phone: "+31 20 000 0000");

    private static void HandleOrders(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Je account en bestellingen", en: "Your account and orders")
        .Purpose(
            nl: "Wij leveren de muziek die je koopt, en helpen je als er iets niet klopt.",
            en: "We deliver the music you buy, and help you when something is wrong.",
            term: "dpv:FulfilmentOfContractualObligation")
        .OnContract()
        .About(Crm.Customers)
        .Uses(Crm.Name, Crm.Company, Crm.Address, Crm.Phone, Crm.EmailAddress, Crm.Language, Crm.Origin, Crm.Purchases)
        .ObtainedFrom(nl: "je muziekvereniging, als die je bij ons aanmeldt", en: "your music society, when it signs you up with us")
        .SharedWith(Crm.PaymentProvider, Crm.HelpDesk, Crm.MailProvider)
        .Keep(keep => keep.OnlyFor(Crm.Name, Crm.Company, Crm.Address, Crm.Phone, Crm.EmailAddress, Crm.Language, Crm.Origin)
            .For(Period.FromYears(2)).After(Crm.LastPurchase).Otherwise(Crm.SignUp))
        .Keep(Crm.OrderHistory, keep => keep.OnlyFor(Crm.Purchases).For(Period.FromYears(2)).After(Crm.Invoice));

    private static void KeepInvoices(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Facturen en boekhouding", en: "Invoices and bookkeeping")
        .Purpose(
            nl: "Wij maken facturen en bewaren ze, omdat de belastingwet dat vraagt.",
            en: "We make invoices and keep them, because tax law asks for it.",
            term: "dpv:LegalCompliance")
        .OnLegalObligation("art. 52 AWR", "NL", "https://wetten.overheid.nl/BWBR0002320")
        .About(Crm.Customers)
        .Uses(Crm.Name, Crm.Company, Crm.Address, Crm.Purchases, Crm.Invoices)
        .SharedWith(Crm.Bookkeeper, Crm.TaxAuthority)
        .Keep(keep => keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(Crm.Invoice)
            .Statute("art. 52 lid 4 AWR", "NL", "https://wetten.overheid.nl/BWBR0002320"));

    private static void HandleClaims(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Garantie en klachten", en: "Warranty and complaints")
        .Purpose(
            nl: "Wij kunnen nagaan wat je kocht als je een klacht hebt of wij een geschil hebben.",
            en: "We can check what you bought when you have a complaint or we have a dispute.",
            term: "dpv:CustomerClaimsManagement")
        .OnLegitimateInterest(
            nl: "klachten eerlijk af te handelen en ons te kunnen verdedigen",
            en: "to handle complaints fairly and to be able to defend ourselves",
            balancingTest: "BA-2026-01")
        .About(Crm.Customers)
        .Uses(Crm.Name, Crm.EmailAddress, Crm.Purchases)
        .SharedWith(Crm.HelpDesk)
        .Keep(keep => keep.For(Period.FromYears(5)).After(Crm.Invoice));

    private static void SendNewsletter(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Nieuwsbrief", en: "Newsletter")
        .Purpose(
            nl: "Wij sturen je elke maand een mail met nieuwe muziek.",
            en: "We send you a mail with new music every month.",
            term: "dpv:DirectMarketing")
        .OnConsent()
        .AskConsent(consent => consent.DoubleOptIn(MarketingChannel.Email).ValidFor(Period.FromYears(2)).Question(
            nl: "Ja, stuur mij elke maand de nieuwsbrief met nieuwe muziek",
            en: "Yes, send me the newsletter with new music every month"))
        .About(Crm.Customers)
        .Uses(Crm.Name, Crm.EmailAddress, Crm.Language)
        .SharedWith(Crm.MailProvider)
        .Marketing(MarketingChannel.Email)
        .Keep(keep => keep.WhileConsentStands());

    private static void RecommendSimilarProducts(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Tips bij wat je kocht", en: "Tips that go with what you bought")
        .Purpose(
            nl: "Wij mailen je af en toe over muziek die lijkt op wat je bij ons kocht.",
            en: "We mail you now and then about music that is like what you bought from us.",
            term: "dpv:DirectMarketing")
        .OnLegitimateInterest(
            nl: "onze klanten te wijzen op muziek die bij hen past",
            en: "to point our customers to music that suits them",
            balancingTest: "BA-2026-02")
        .About(Crm.Customers)
        .Uses(Crm.Name, Crm.EmailAddress, Crm.Purchases)
        .SharedWith(Crm.MailProvider)
        .Marketing(MarketingChannel.Email)
        .SoftOptIn()
        .Keep(keep => keep.For(Period.FromYears(2)).After(Crm.Invoice).AtMost());

    private static void AdministerStaff(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Personeelsadministratie", en: "Staff administration")
        .Purpose(
            nl: "Wij voeren je arbeidsovereenkomst uit en kunnen je bereiken.",
            en: "We carry out your employment contract and can reach you.",
            term: "dpv:PersonnelManagement")
        .OnContract()
        .About(Crm.Employees)
        .Uses(Crm.Name, Crm.Address, Crm.Phone, Crm.EmailAddress, Crm.BirthDate, Crm.Employment)
        .SharedWith(Crm.Bookkeeper)
        .Keep(keep => keep.For(Period.FromYears(2)).After(Crm.EndOfEmployment)
            .Guideline("Autoriteit Persoonsgegevens, personeelsdossier: 2 jaar", "NL", "https://www.autoriteitpersoonsgegevens.nl"));
}
