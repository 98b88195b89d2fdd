using NodaTime;

namespace GdprKit.Testing;

/// <summary>The application that the assertions are about: that of the README.</summary>
internal static class Crm
{
    public static Key<SubjectKind> Customers { get; } = Key<SubjectKind>.Parse("customers");

    public static Key<DataCategory> Contact { get; } = Key<DataCategory>.Parse("contact");

    public static Key<RetentionEvent> LastPurchase { get; } = Key<RetentionEvent>.Parse("last-purchase");

    public static ProcessingRegister Register(string timeZone = "Europe/Amsterdam") => ProcessingRegister.Create(register => register
        .Controller(controller => controller.Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example").TimeZone(timeZone))
        .People(Customers, nl: "klanten", en: "customers")
        .Category(Contact, nl: "naam en e-mailadres", en: "name and e-mail address")
        .Event(LastPurchase, nl: "je laatste aankoop", en: "your last purchase")
        .Activity(Key<ProcessingActivity>.Parse("orders"), orders => orders
            .Name(nl: "Bestellingen", en: "Orders").Purpose(nl: "Wij leveren wat je bestelt.", en: "We deliver what you order.").OnContract()
            .About(Customers).Uses(Contact)
            .Keep(keep => keep.For(Period.FromYears(2)).After(LastPurchase))));
}
