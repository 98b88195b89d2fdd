using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>Registers to make notices from: one with everything that a notice can tell, one with as little as there can be.</summary>
public static class NoticeRegisters
{
    public static readonly Key<SubjectKind> Visitors = Key<SubjectKind>.Parse("visitors");
    public static readonly Key<ProcessingActivity> CreditCheck = Key<ProcessingActivity>.Parse("credit-check");

    private static readonly Key<DataCategory> Health = Key<DataCategory>.Parse("health");
    private static readonly Key<RetentionEvent> Archived = Key<RetentionEvent>.Parse("archived");
    private static readonly Key<Recipient> CreditAgency = Key<Recipient>.Parse("credit-agency");
    private static readonly Key<Recipient> Platform = Key<Recipient>.Parse("platform");

    /// <summary>The shop, and everything that it does not have: every item of the checklist applies.</summary>
    public static ProcessingRegister WithEverything() => Changed(
        TestRegisters.Shop(register => register
            .People(Visitors, "bezoekers van de website", "visitors of the website")
            .Category(Health, "gezondheid", "health", category => category.Special())
            .Event(Archived, "het einde van de garantie", "the end of the warranty")
            .Recipient(CreditAgency, recipient => recipient
                .Name("Voorbeeld Kredietinformatie B.V.").Controller().Task("geeft informatie over betalingen", "gives information about payments").Country("NL"))
            .Recipient(Platform, recipient => recipient
                .Name("Example Marketplace Ltd").Controller().Task("toont onze producten", "shows our products").Country("GB")
                .TransfersTo("GB", new TransferSafeguard.AdequacyDecision(new Citation("besluit (EU) 2021/1772"))))
            .Activity(CreditCheck, activity => activity
                .Name("Kredietcontrole", "Credit check")
                .Purpose("Wij controleren of je achteraf kunt betalen.", "We check whether you can pay afterwards.")
                .OnLegitimateInterest("te voorkomen dat rekeningen niet worden betaald", "to prevent that invoices are not paid", "LIA-2")
                .About(Customers).Uses(Name)
                .SharedWith(CreditAgency)
                .ObtainedFrom("Voorbeeld Kredietinformatie B.V.", "Voorbeeld Kredietinformatie B.V.")
                .ObtainedFrom("het insolventieregister", "the insolvency register", publiclyAccessible: true)
                .DecidesAutomatically(
                    LocalizedText.Of("De computer kijkt of je eerder rekeningen niet betaalde.", "The computer looks whether you left earlier invoices unpaid."),
                    LocalizedText.Of("Je kunt misschien niet achteraf betalen.", "You may not be able to pay afterwards."),
                    LocalizedText.Of("Bel ons, dan kijkt een medewerker opnieuw.", "Call us, and an employee looks again."))
                .Keep(keep => keep.For(Period.FromMonths(6)).After(LastPurchase)))
            .Activity(Key<ProcessingActivity>.Parse("advice"), activity => activity
                .Name("Advies bij gehoorklachten", "Advice on hearing problems")
                .Purpose("Wij adviseren je welke koptelefoon bij je past.", "We advise you which headphones suit you.")
                .OnConsent()
                .SpecialCategories(SpecialCategoryGround.ExplicitConsent)
                .About(Customers).Uses(Health)
                .Keep(keep => keep.WhileConsentStands().ThenAnonymise()))
            .Activity(Key<ProcessingActivity>.Parse("marketplace"), activity => activity
                .Name("Verkoop via een marktplaats", "Sales through a marketplace")
                .Purpose("Wij verkopen ook via een marktplaats.", "We also sell through a marketplace.")
                .OnContract()
                .About(Customers, Visitors).Uses(Name, Purchases)
                .SharedWith(Platform)
                .Keep(Key<RetentionRule>.Parse("marketplace-warranty"), keep => keep.For(Period.FromYears(2)).After(LastPurchase).ThenArchive())
                .Keep(Key<RetentionRule>.Parse("marketplace-archive"), keep => keep.For(Period.FromYears(5)).After(Archived)))
            .Backup(Key<BackupSchedule>.Parse("yearly"), backup => backup
                .Name("jaarlijkse kopie in de kluis", "yearly copy in the safe").Every(Period.FromYears(1)).LastKept(2))),
        declared => declared with
        {
            Recipients = declared.Recipients.Select(recipient => recipient.Key == Platform ? recipient with { Role = RecipientRole.JointController } : recipient).ToValueList(),
            Controller = declared.Controller! with
            {
                Representative = new ContactParty("Example Representatives B.V.", new ContactDetails { Email = "representative@example.nl" }),
                DataProtectionOfficer = new ContactParty("Functionaris voor gegevensbescherming", new ContactDetails { Email = "fg@example.nl", Phone = "020 000 0001" }),
                JointControllers =
                [
                    new JointController(
                        "Example Marketplace Ltd",
                        new ContactDetails { Website = new Uri("https://marketplace.example.com/privacy") },
                        LocalizedText.Of("Wij leveren, zij regelen de betaling. Vragen kun je aan ons stellen.", "We deliver, they handle the payment. You can ask us questions.")),
                ],
            },
        });

    /// <summary>A register with something declared otherwise.</summary>
    internal static ProcessingRegister Changed(ProcessingRegister register, Func<RegisterDeclarations, RegisterDeclarations> change) =>
        RegisterCheck.Accept(change(register.Declarations), []);

    /// <summary>One contract, with data that people give, for nobody else.</summary>
    public static ProcessingRegister Smallest(
        Action<RegisterBuilder>? besides = null,
        Action<ProcessingActivityBuilder>? activity = null,
        Action<ProcessingActivityBuilder>? basis = null) => ProcessingRegister.Create(register =>
    {
        register.Languages(Language.Dutch, Language.English)
            .Controller(controller => controller.Name("Voorbeeldwinkel B.V.").Country("NL").Contact(email: "info@example.nl"))
            .People(Customers, "klanten", "customers")
            .Category(Name, "naam", "name")
            .Event(LastPurchase, "je laatste aankoop", "your last purchase")
            .Activity(Orders, declared =>
            {
                declared.Name("Bestellingen", "Orders").Purpose("Wij leveren wat je bestelt.", "We deliver what you order.")
                    .About(Customers).Uses(Name)
                    .Keep(keep => keep.For(Period.FromYears(2)).After(LastPurchase));
                (basis ?? (contract => contract.OnContract()))(declared);
                activity?.Invoke(declared);
            });
        besides?.Invoke(register);
    });
}
