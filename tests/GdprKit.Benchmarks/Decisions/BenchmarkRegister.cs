namespace GdprKit.Benchmarks.Decisions;

/// <summary>A shop that sends a newsletter to those who agreed.</summary>
internal static class BenchmarkRegister
{
    public static ProcessingRegister Create()
    {
        var customers = Key<SubjectKind>.Parse("customers");
        var email = Key<DataCategory>.Parse("email-address");
        return ProcessingRegister.Create(register => register
            .Controller(controller => controller.Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example"))
            .People(customers, nl: "klanten", en: "customers")
            .Category(email, nl: "e-mailadres", en: "e-mail address")
            .Activity(Key<ProcessingActivity>.Parse("newsletter"), activity => activity
                .Name(nl: "Nieuwsbrief", en: "Newsletter")
                .Purpose(nl: "Wij sturen je elke maand nieuws.", en: "We send you news every month.")
                .OnConsent()
                .About(customers)
                .Uses(email)
                .Marketing(MarketingChannel.Email)
                .Keep(keep => keep.WhileConsentStands())));
    }
}
