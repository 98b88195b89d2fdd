using NodaTime;

namespace GdprKit;

/// <summary>What <see cref="RegisterTemplates.Webshop"/> proposes.</summary>
internal static class WebshopTemplate
{
    public static void Declare(RegisterBuilder register) => register
        .People(Webshop.Customers, nl: "klanten", en: "customers")
        .Category(Webshop.Name, nl: "naam", en: "name", category => category.Term("pd:Name"))
        .Category(Webshop.Address, nl: "adres", en: "address", category => category.Term("pd:PhysicalAddress"))
        .Category(Webshop.EmailAddress, nl: "e-mailadres", en: "e-mail address", category => category.Term("pd:EmailAddress"))
        .Category(Webshop.Phone, nl: "telefoonnummer", en: "phone number", category => category.Term("pd:TelephoneNumber"))
        .Category(Webshop.Purchases, nl: "aankopen", en: "purchases", category => category.Term("pd:Purchase").Description(
            nl: "Wat je kocht, wanneer, voor hoeveel en hoe je betaalde.",
            en: "What you bought, when, for how much and how you paid."))
        .Category(Webshop.Invoices, nl: "facturen", en: "invoices")
        .Category(Webshop.Messages, nl: "vragen en klachten", en: "questions and complaints")
        .Event(Webshop.Invoice, nl: "de factuur", en: "the invoice")
        .Event(Webshop.LastPurchase, nl: "je laatste aankoop", en: "your last purchase")
        .Event(Webshop.SignUp, nl: "je aanmelding", en: "your sign-up")
        .Event(Webshop.QuestionAnswered, nl: "ons antwoord op je vraag", en: "our answer to your question")
        .Recipient(Webshop.TaxAuthority, recipient => recipient.Name("Belastingdienst").Controller().Country("NL")
            .Task(nl: "controleert onze boekhouding", en: "audits our books"))
        .Activity(Webshop.Orders, Orders)
        .Activity(Webshop.Invoicing, Invoicing)
        .Activity(Webshop.Warranty, Warranty)
        .Activity(Webshop.CustomerService, CustomerService)
        .Activity(Webshop.Newsletter, Newsletter)
        .Activity(Webshop.SimilarProducts, SimilarProducts);

    private static void Orders(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Je account en bestellingen", en: "Your account and orders")
        .Purpose(nl: "Wij leveren wat je koopt.", en: "We deliver what you buy.", term: "dpv:FulfilmentOfContractualObligation")
        .OnContract()
        .About(Webshop.Customers)
        .Uses(Webshop.Name, Webshop.Address, Webshop.EmailAddress, Webshop.Phone, Webshop.Purchases)
        .Keep(keep => keep.For(Period.FromYears(2)).After(Webshop.LastPurchase).Otherwise(Webshop.SignUp));

    // Seven years is the general period of art. 52 lid 4 AWR; it begins when the financial year of the invoice has ended.
    private static void Invoicing(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Facturen en boekhouding", en: "Invoices and bookkeeping")
        .Purpose(
            nl: "Wij maken facturen en bewaren ze, omdat de belastingwet dat vraagt.",
            en: "We make invoices and keep them, because tax law asks for it.",
            term: "dpv:LegalCompliance")
        .OnLegalObligation("art. 52 AWR", "NL", "https://wetten.overheid.nl/BWBR0002320")
        .About(Webshop.Customers)
        .Uses(Webshop.Name, Webshop.Address, Webshop.Invoices)
        .SharedWith(Webshop.TaxAuthority)
        .Keep(keep => keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(Webshop.Invoice)
            .Statute("art. 52 lid 4 AWR", "NL", "https://wetten.overheid.nl/BWBR0002320"));

    // A claim for a defect lapses two years after the buyer gave notice of it (art. 7:23 lid 2 BW); how long a product may be
    // expected to last differs, so the period is the shop's own choice.
    private static void Warranty(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Garantie en klachten", en: "Warranty and complaints")
        .Purpose(
            nl: "Wij kunnen nagaan wat je kocht als er iets mis is met een product.",
            en: "We can check what you bought when something is wrong with a product.",
            term: "dpv:CustomerClaimsManagement")
        .OnLegitimateInterest(
            nl: "klachten eerlijk af te handelen en ons te kunnen verdedigen",
            en: "to handle complaints fairly and to be able to defend ourselves")
        .About(Webshop.Customers)
        .Uses(Webshop.Name, Webshop.EmailAddress, Webshop.Purchases)
        .Keep(keep => keep.For(Period.FromYears(5)).After(Webshop.LastPurchase).Otherwise(Webshop.SignUp));

    private static void CustomerService(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Vragen beantwoorden", en: "Answering questions")
        .Purpose(nl: "Wij beantwoorden je vragen.", en: "We answer your questions.", term: "dpv:CustomerCare")
        .OnLegitimateInterest(nl: "mensen die ons iets vragen goed te helpen", en: "to help people who ask us something")
        .About(Webshop.Customers)
        .Uses(Webshop.Name, Webshop.EmailAddress, Webshop.Phone, Webshop.Messages)
        .Keep(keep => keep.For(Period.FromYears(1)).After(Webshop.QuestionAnswered));

    private static void Newsletter(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Nieuwsbrief", en: "Newsletter")
        .Purpose(nl: "Wij sturen je onze nieuwsbrief.", en: "We send you our newsletter.", term: "dpv:DirectMarketing")
        .OnConsent()
        .About(Webshop.Customers)
        .Uses(Webshop.Name, Webshop.EmailAddress)
        .Marketing(MarketingChannel.Email)
        .Keep(keep => keep.WhileConsentStands());

    // Art. 11.7 lid 3 Telecommunicatiewet allows mail about own similar products to customers who could refuse at the sale and in
    // every mail.
    private static void SimilarProducts(ProcessingActivityBuilder activity) => activity
        .Name(nl: "Tips bij wat je kocht", en: "Tips that go with what you bought")
        .Purpose(
            nl: "Wij mailen je over producten die lijken op wat je bij ons kocht.",
            en: "We mail you about products like those you bought from us.",
            term: "dpv:DirectMarketing")
        .OnLegitimateInterest(
            nl: "onze klanten te wijzen op producten die bij hen passen",
            en: "to point our customers to products that suit them")
        .About(Webshop.Customers)
        .Uses(Webshop.Name, Webshop.EmailAddress, Webshop.Purchases)
        .Marketing(MarketingChannel.Email)
        .Keep(keep => keep.For(Period.FromYears(2)).After(Webshop.LastPurchase).AtMost());
}
