using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>
/// A small valid register to start a test from: five bases of a shop, a special category, a national number, a transfer,
/// people with a notice of their own. It has no fault and no warning.
/// </summary>
public static class TestRegisters
{
    /// <summary>The shop, with whatever a test declares besides.</summary>
    public static ProcessingRegister Shop(Action<RegisterBuilder>? besides = null) => ProcessingRegister.Create(register =>
    {
        DeclareShop(register);
        besides?.Invoke(register);
    });

    public static void DeclareShop(RegisterBuilder register)
    {
        register.Languages(Language.Dutch, Language.English)
            .Controller(DeclareController)
            .People(Customers, "klanten", "customers")
            .People(Employees, "medewerkers", "employees", hasOwnNotice: true)
            .Event(LastPurchase, "je laatste aankoop", "your last purchase", LocalizedText.Of("Een mail openen telt niet.", "Opening a mail does not count."))
            .Event(InvoiceDate, "de factuur", "the invoice")
            .Event(EmploymentEnded, "het einde van je dienstverband", "the end of your employment")
            .Security("Wij versleutelen gegevens en beperken wie erbij kan.", "We encrypt data and limit who can see them.")
            .Backup(Nightly, backup => backup
                .Name("nachtelijke back-up", "nightly backup")
                .Every(Period.FromDays(1))
                .KeptFor(Period.FromDays(30)));
        DeclareCategories(register);
        DeclareRecipients(register);
        DeclareActivities(register);
    }

    private static void DeclareController(DataControllerBuilder controller) => controller
        .Name("Voorbeeldwinkel B.V.")
        .Country("NL")
        .Contact(email: "info@example.nl", phone: "+31 20 000 0000", website: "https://www.example.nl/")
        .Address("Voorbeeldstraat 1", "1000 AA", "Amsterdam")
        .RegistrationNumber("00000000")
        .Rights(page: "/privacy/centre", email: "privacy@example.nl");

    private static void DeclareCategories(RegisterBuilder register) => register
        .Category(Name, "naam", "name", category => category.Term("pd:Name"))
        .Category(EmailAddress, "e-mailadres", "e-mail address", category => category.Term("pd:EmailAddress"))
        .Category(Purchases, "aankopen", "purchases", category => category
            .Description("Wat je bij ons kocht en wanneer.", "What you bought from us and when."))
        .Category(SickLeave, "ziekteverzuim", "sick leave", category => category.Special())
        .Category(CitizenNumber, "burgerservicenummer (BSN)", "citizen service number (BSN)", category => category
            .NationalNumber("art. 28 Wet op de loonbelasting 1964", "NL"));

    private static void DeclareRecipients(RegisterBuilder register) => register
        .Recipient(MailProgram, recipient => recipient
            .Name("Example Mail Inc.")
            .Processor()
            .Task("verstuurt onze nieuwsbrief", "sends our newsletter")
            .Country("US")
            .TransfersTo("US", new TransferSafeguard.StandardClauses(LocalizedText.Of("op verzoek bij ons", "from us on request")), "TIA-1"))
        .Recipient(TaxAuthority, recipient => recipient
            .Name("Belastingdienst")
            .Controller()
            .Task("controleert onze administratie", "audits our books")
            .Country("NL"));

    private static void DeclareActivities(RegisterBuilder register) => register
        .Activity(Orders, activity => activity
            .Name("Bestellingen", "Orders")
            .Purpose("Wij leveren wat je bestelt.", "We deliver what you order.")
            .OnContract()
            .About(Customers).Uses(Name, EmailAddress, Purchases)
            .Keep(keep => keep.For(Period.FromYears(2)).After(LastPurchase)))
        .Activity(Invoicing, activity => activity
            .Name("Facturen", "Invoices")
            .Purpose("Wij bewaren onze administratie.", "We keep our books.")
            .OnLegalObligation("art. 52 AWR", "NL")
            .About(Customers).Uses(Name, Purchases)
            .SharedWith(TaxAuthority)
            .Keep(keep => keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(InvoiceDate).Statute("art. 52 lid 4 AWR", "NL")))
        .Activity(Claims, activity => activity
            .Name("Klachten", "Complaints")
            .Purpose("Wij behandelen klachten over wat je kocht.", "We handle complaints about what you bought.")
            .OnLegitimateInterest("klachten goed af te handelen", "to settle complaints well", "LIA-1")
            .About(Customers).Uses(Name, Purchases)
            .Keep(keep => keep.For(Period.FromYears(5)).After(InvoiceDate)))
        .Activity(Newsletter, activity => activity
            .Name("Nieuwsbrief", "Newsletter")
            .Purpose("Wij sturen je elke maand onze nieuwsbrief.", "We send you our newsletter every month.", "dpv:DirectMarketing")
            .OnConsent()
            .About(Customers).Uses(EmailAddress)
            .SharedWith(MailProgram)
            .Marketing(MarketingChannel.Email)
            .Keep(keep => keep.WhileConsentStands()))
        .Activity(Staff, activity => activity
            .Name("Personeel", "Staff")
            .Purpose("Wij betalen je loon en begeleiden je bij ziekte.", "We pay your wages and support you when you are ill.")
            .OnLegalObligation("art. 28 Wet op de loonbelasting 1964", "NL")
            .SpecialCategories(SpecialCategoryGround.EmploymentAndSocialSecurity, "art. 30 lid 1 UAVG", "NL")
            .ImpactAssessment("DPIA-1")
            .About(Employees).Uses(Name, CitizenNumber, SickLeave)
            .SharedWith(TaxAuthority)
            .Keep(StaffFile, keep => keep.OnlyFor(Name, CitizenNumber)
                .For(Period.FromYears(5)).AfterEndOfCalendarYearOf(EmploymentEnded).Statute("art. 7.9 Uitvoeringsregeling loonbelasting 2011", "NL"))
            .Keep(StaffAbsence, keep => keep.OnlyFor(SickLeave)
                .For(Period.FromYears(2)).After(EmploymentEnded)));
}
