using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>Registers whose records differ in what is there, does not apply, or is missing.</summary>
internal static class RecordRegisters
{
    public static readonly Key<RetentionRule> PrivacyLaw = Key<RetentionRule>.Parse("privacy-law");
    public static readonly Key<RetentionRule> TaxLaw = Key<RetentionRule>.Parse("tax-law");

    /// <summary>Everything that a register can hold.</summary>
    public static ProcessingRegister Complete { get; } = ProcessingRegister.FromJson(CompleteRegister.Utf8);

    /// <summary>
    /// Nothing that the law asks. A register like this is refused when it is declared, so it is put together here as no
    /// application can.
    /// </summary>
    public static ProcessingRegister Bare { get; } = new(
        new RegisterDeclarations
        {
            Languages = [Language.Dutch, Language.English],
            Controller = new DataController
            {
                Name = "",
                Country = CountryCode.Parse("US"),
                Contact = new ContactDetails(),
                SupervisoryAuthority = new SupervisoryAuthority("Autoriteit", new Uri("https://authority.example.nl/")),
            },
            // Whom GdprKit's own records are about.
            People = [new SubjectKind { Key = Customers, Label = LocalizedText.Of("klanten", "customers") }],
            Activities =
            [
                new ProcessingActivity
                {
                    Key = Orders,
                    Name = LocalizedText.Of("Bestellingen", "Orders"),
                    Purpose = new Purpose(LocalizedText.Empty),
                    Basis = new LawfulBasis.Contract(),
                    People = [],
                    Categories = [],
                    Provision = new DataProvision(ProvisionRequirement.NeededForContract),
                    Retention = [],
                },
            ],
        },
        []);

    /// <summary>The shop with two laws that contradict each other, and the choice between them.</summary>
    public static ProcessingRegister WithChoice { get; } = TestRegisters.Shop(register => register
        .Activity(Key<ProcessingActivity>.Parse("screening"), activity => activity
            .Name("Controle", "Screening")
            .Purpose("Wij controleren nieuwe klanten.", "We screen new customers.")
            .OnLegalObligation("art. 3 Wwft", "NL")
            .About(Customers).Uses(Purchases)
            .Keep(PrivacyLaw, keep => keep.For(Period.FromYears(5)).After(InvoiceDate).AtMost().Statute("art. 34a Wwft", "NL"))
            .Keep(TaxLaw, keep => keep.For(Period.FromYears(7)).After(InvoiceDate).AtLeast().Statute("art. 52 lid 4 AWR", "NL")))
        .Choose(TaxLaw, PrivacyLaw, "De fiscale bewaarplicht gaat voor.", "The duty to keep tax records goes first.")
        .Choose(Key<RetentionRule>.Parse("invoicing"), PrivacyLaw, "Ook voor de facturen.", "For invoices too."));
}
