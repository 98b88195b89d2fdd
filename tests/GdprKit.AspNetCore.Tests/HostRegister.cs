using NodaTime;

namespace GdprKit;

/// <summary>The web shop of the template, with staff that has a notice of its own.</summary>
internal static class HostRegister
{
    public static ProcessingRegister Create() => RegisterTemplates.Webshop(
        controller => controller.Name("Voorbeeldwinkel B.V.").Country("NL").Contact(email: "info@example.nl"),
        register => register
            .People(Key<SubjectKind>.Parse("employees"), nl: "medewerkers", en: "employees", hasOwnNotice: true)
            .Event(Key<RetentionEvent>.Parse("end-of-employment"), nl: "het einde van je dienstverband", en: "the end of your employment")
            .Activity(Key<ProcessingActivity>.Parse("staff"), activity => activity
                .Name(nl: "Personeelsadministratie", en: "Staff administration")
                .Purpose(nl: "Wij voeren je arbeidsovereenkomst uit.", en: "We carry out your employment contract.")
                .OnContract()
                .About(Key<SubjectKind>.Parse("employees"))
                .Uses(Webshop.Name)
                .Keep(keep => keep.For(Period.FromYears(2)).After(Key<RetentionEvent>.Parse("end-of-employment")))));
}
