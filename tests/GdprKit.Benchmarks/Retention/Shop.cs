using NodaTime;

namespace GdprKit.Benchmarks.Retention;

/// <summary>A shop with three activities that need the same data for different periods.</summary>
internal static class Shop
{
    public static readonly Key<SubjectKind> Customers = Key<SubjectKind>.Parse("customers");
    public static readonly Key<DataCategory> Name = Key<DataCategory>.Parse("name");
    public static readonly Key<DataCategory> Email = Key<DataCategory>.Parse("email-address");
    public static readonly Key<DataCategory> Phone = Key<DataCategory>.Parse("phone");
    public static readonly Key<DataCategory> Address = Key<DataCategory>.Parse("address");
    public static readonly Key<RetentionEvent> LastPurchase = Key<RetentionEvent>.Parse("last-purchase");
    public static readonly Key<RetentionEvent> Invoiced = Key<RetentionEvent>.Parse("invoice");
    public static readonly Key<RetentionEvent> SignUp = Key<RetentionEvent>.Parse("sign-up");
    public static readonly Key<ProcessingActivity> Orders = Key<ProcessingActivity>.Parse("orders");
    public static readonly Key<ProcessingActivity> Invoicing = Key<ProcessingActivity>.Parse("invoicing");
    public static readonly Key<ProcessingActivity> Claims = Key<ProcessingActivity>.Parse("claims");

    public static ProcessingRegister Register() => ProcessingRegister.Create(register => register
        .Controller(controller => controller.Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example"))
        .People(Customers, nl: "klanten", en: "customers")
        .Category(Name, nl: "naam", en: "name")
        .Category(Email, nl: "e-mailadres", en: "e-mail address")
        .Category(Phone, nl: "telefoonnummer", en: "phone number")
        .Category(Address, nl: "adres", en: "address")
        .Event(LastPurchase, nl: "je laatste aankoop", en: "your last purchase")
        .Event(Invoiced, nl: "de factuur", en: "the invoice")
        .Event(SignUp, nl: "je aanmelding", en: "your sign-up")
        .Activity(Orders, orders => orders
            .Name(nl: "Bestellingen", en: "Orders").Purpose(nl: "Wij leveren.", en: "We deliver.").OnContract()
            .About(Customers).Uses(Name, Email, Phone)
            .Keep(keep => keep.For(Period.FromYears(2)).After(LastPurchase).Otherwise(SignUp)))
        .Activity(Claims, claims => claims
            .Name(nl: "Garantie", en: "Warranty").Purpose(nl: "Wij behandelen klachten.", en: "We handle complaints.").OnContract()
            .About(Customers).Uses(Name, Email)
            .Keep(keep => keep.For(Period.FromYears(5)).After(LastPurchase).Otherwise(SignUp)))
        .Activity(Invoicing, invoicing => invoicing
            .Name(nl: "Facturen", en: "Invoices").Purpose(nl: "De belasting vraagt het.", en: "Tax law asks for it.").OnLegalObligation("art. 52 AWR", "NL")
            .About(Customers).Uses(Name, Address)
            .Keep(keep => keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(Invoiced).Statute("art. 52 lid 4 AWR", "NL"))));

    public sealed class CustomerMap : IPersonalDataMap<Customer>
    {
        public void Configure(PersonalDataMapBuilder<Customer> data) => data
            .IsSubject(Customers, c => c.Id)
            .AppliesWhen(Invoicing, c => c.Invoices.Any())
            .Field(Name, c => c.Name)
            .Field(Email, c => c.Email)
            .Field(Phone, c => c.Phone)
            .Event(SignUp, c => c.SignedUp, TimeMeaning.ControllerLocal)
            .Event(LastPurchase, c => c.Invoices.Max(i => (DateTime?)i.Date), TimeMeaning.ControllerLocal)
            .Event(Invoiced, c => c.Invoices.Max(i => (DateTime?)i.Date), TimeMeaning.ControllerLocal);
    }

    public sealed class InvoiceMap : IPersonalDataMap<Invoice>
    {
        public void Configure(PersonalDataMapBuilder<Invoice> data) => data
            .BelongsTo(i => i.Customer)
            .Field(Address, i => i.BillingAddress)
            .Event(Invoiced, i => i.Date, TimeMeaning.ControllerLocal);
    }
}
