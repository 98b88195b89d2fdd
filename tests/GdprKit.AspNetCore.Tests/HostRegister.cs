using NodaTime;

namespace GdprKit;

/// <summary>Registers to start a host with.</summary>
internal static class HostRegister
{
    private static readonly Key<SubjectKind> Employees = Key<SubjectKind>.Parse("employees");
    private static readonly Key<RetentionEvent> EndOfEmployment = Key<RetentionEvent>.Parse("end-of-employment");

    /// <summary>The web shop of the template, with staff that has a notice of its own.</summary>
    public static ProcessingRegister Create(string email = "info@example.nl", Action<RegisterBuilder>? more = null) =>
        RegisterTemplates.Webshop(controller => Controller(controller, email), AddStaff + more);

    /// <summary>The same web shop, read in one language only.</summary>
    public static ProcessingRegister InOneLanguage(Language language) => RegisterTemplates.Webshop(controller => Controller(controller, "info@example.nl"), register => register.Languages(language));

    /// <summary>A register in which everybody has a notice of their own.</summary>
    public static ProcessingRegister OfStaffOnly() => ProcessingRegister.Create(register =>
        AddStaff(register.Controller(controller => Controller(controller, "info@example.nl")).Category(Webshop.Name, nl: "naam", en: "name")));

    private static void Controller(DataControllerBuilder controller, string email) =>
        controller.Name("Voorbeeldwinkel B.V.").Country("NL").Contact(email: email);

    private static void AddStaff(RegisterBuilder register) => register
        .People(Employees, nl: "medewerkers", en: "employees", hasOwnNotice: true)
        .Event(EndOfEmployment, nl: "het einde van je dienstverband", en: "the end of your employment")
        .Activity(Key<ProcessingActivity>.Parse("staff"), activity => activity
            .Name(nl: "Personeelsadministratie", en: "Staff administration")
            .Purpose(nl: "Wij voeren je arbeidsovereenkomst uit.", en: "We carry out your employment contract.")
            .OnContract()
            .About(Employees)
            .Uses(Webshop.Name)
            .Keep(keep => keep.For(Period.FromYears(2)).After(EndOfEmployment)));
}
