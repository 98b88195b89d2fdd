using NodaTime;

namespace GdprKit.Mapping;

/// <summary>The activities that no template has, without people, categories and events.</summary>
internal static class OwnActivities
{
    private const string Authority = "https://www.autoriteitpersoonsgegevens.nl";

    public static ProcessingActivity CustomerAdministration { get; } = Declare("customer-administration", activity => activity
        .Name(nl: "Klantenadministratie", en: "Customer administration")
        .Purpose(nl: "Wij weten wie onze klanten zijn en kunnen je bereiken.", en: "We know who our customers are and can reach you.", term: "dpv:CustomerManagement")
        .OnContract()
        .Keep(keep => keep.For(Period.FromYears(2))));

    public static ProcessingActivity Services { get; } = Declare("services", activity => activity
        .Name(nl: "Wat je bij ons huurt of boekt", en: "What you rent or book from us")
        .Purpose(nl: "Wij leveren wat je bij ons huurt of boekt.", en: "We provide what you rent or book from us.", term: "dpv:FulfilmentOfContractualObligation")
        .OnContract()
        .Keep(keep => keep.For(Period.FromYears(2))));

    // The authority names two years for most of a staff file; wage records are kept longer, by the laws that ask for them.
    public static ProcessingActivity StaffAdministration { get; } = Declare("staff-administration", activity => activity
        .Name(nl: "Personeelsadministratie", en: "Staff administration")
        .Purpose(nl: "Wij voeren je arbeidsovereenkomst uit en kunnen je bereiken.", en: "We carry out your contract of employment and can reach you.", term: "dpv:PersonnelManagement")
        .OnContract()
        .Keep(keep => keep.For(Period.FromYears(2)).Guideline("Autoriteit Persoonsgegevens, personeelsdossier: 2 jaar", "NL", Authority)));

    public static ProcessingActivity Purchasing { get; } = Declare("purchasing", activity => activity
        .Name(nl: "Inkoop en leveranciers", en: "Purchasing and suppliers")
        .Purpose(nl: "Wij kopen bij je in en kunnen je bereiken.", en: "We buy from you and can reach you.", term: "dpv:VendorManagement")
        .OnContract()
        .Keep(keep => keep.For(Period.FromYears(2))));

    public static ProcessingActivity Accounts { get; } = Declare("accounts", activity => activity
        .Name(nl: "Je account", en: "Your account")
        .Purpose(nl: "Wij laten je inloggen en bewaren wat je in je account zet.", en: "We let you sign in and keep what you put in your account.", term: "dpv:AccountManagement")
        .OnContract()
        .Keep(keep => keep.For(Period.FromYears(2))));

    public static ProcessingActivity Recruitment { get; } = Declare("recruitment", activity => activity
        .Name(nl: "Werving en selectie", en: "Recruitment")
        .Purpose(nl: "Wij beoordelen je sollicitatie.", en: "We assess your application.", term: "dpv:RecruitmentManagement")
        .OnContract()
        .Keep(keep => keep.For(Period.FromWeeks(4)).Guideline("Autoriteit Persoonsgegevens, sollicitatiegegevens: 4 weken", "NL", Authority)));

    public static ProcessingActivity Catalogue { get; } = Declare("catalogue", activity => activity
        .Name(nl: "Makers in onze catalogus", en: "Makers in our catalogue")
        .Purpose(nl: "Wij noemen wie de werken in onze catalogus maakte.", en: "We name who made the works in our catalogue.")
        .OnLegitimateInterest(nl: "te laten zien wie wat maakte", en: "to show who made what")
        .Keep(keep => keep.Indefinitely(
            nl: "Zolang een werk in onze catalogus staat, hoort de naam van wie het maakte erbij.",
            en: "As long as a work is in our catalogue, the name of who made it belongs to it.")));

    public static ProcessingActivity SensitiveData { get; } = Declare("sensitive-data", activity => activity
        .Name(nl: "Gevoelige gegevens", en: "Sensitive data")
        .Purpose(nl: "Wij gebruiken gevoelige gegevens alleen als je dat uitdrukkelijk goedvindt.", en: "We use sensitive data only if you explicitly agree.")
        .OnConsent()
        .SpecialCategories(SpecialCategoryGround.ExplicitConsent)
        .Keep(keep => keep.WhileConsentStands()));

    public static ProcessingActivity AdministrationOf(SubjectKind people) => Declare($"{people.Key}-administration", activity => activity
        .Name(nl: $"Administratie van {people.Label[Language.Dutch]}", en: $"Administration of {people.Label[Language.English]}")
        .Purpose(nl: "Wij houden onze administratie bij en kunnen je bereiken.", en: "We keep our administration and can reach you.", term: "dpv:RecordManagement")
        .OnContract()
        .Keep(keep => keep.For(Period.FromYears(2))));

    private static ProcessingActivity Declare(string key, Action<ProcessingActivityBuilder> declare)
    {
        var builder = new ProcessingActivityBuilder(new BuilderScope("", []), Key<ProcessingActivity>.Parse(key));
        declare(builder);
        return builder.Build();
    }
}
