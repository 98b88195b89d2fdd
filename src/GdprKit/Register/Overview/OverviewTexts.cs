using NodaTime;

namespace GdprKit;

/// <summary>What an overview of a register says of its own accord, in Dutch and English; the rest are the words of the register.</summary>
internal sealed class OverviewTexts(RegisterWording words)
{
    public RegisterWording Words => words;

    public string Title => In("Wat is vastgelegd", "What is declared");

    public string Contents => In("Inhoud", "Contents");

    public string Warnings => In("Waarschuwingen", "Warnings");

    public string SomeWarnings => In("Het register werkt, maar hier moet iemand naar kijken.", "The register works, but somebody should look at this.");

    public string NoWarnings => In("Er zijn geen waarschuwingen.", "There are no warnings.");

    public string Controller => In("Verwerkingsverantwoordelijke", "Controller");

    public string Name => In("Naam", "Name");

    public string Key => In("Sleutel", "Key");

    public string Country => In("Land", "Country");

    public string Contact => In("Contact", "Contact");

    public string RegistrationNumber => In("Nummer in het handelsregister", "Number in the trade register");

    public string JointControllers => In("Gezamenlijk verantwoordelijken", "Joint controllers");

    public string Representative => In("Vertegenwoordiger", "Representative");

    public string DataProtectionOfficer => In("Functionaris (FG)", "Data protection officer");

    public string SupervisoryAuthority => In("Toezichthouder", "Supervisory authority");

    public string Requests => In("Verzoeken", "Requests");

    public string TimeZone => In("Tijdzone", "Time zone");

    public string FinancialYearEnd => In("Einde van het boekjaar", "End of the financial year");

    public string Security => In("Beveiliging", "Security");

    public string Languages => In("Talen", "Languages");

    public string Hash => In("SHA-256-hash", "SHA-256 hash");

    public string Activities => In("Verwerkingen", "Activities");

    public string OwnRecord => In("GdprKit heeft dit zelf toegevoegd.", "GdprKit added this by itself.");

    public string Purpose => In("Doel", "Purpose");

    public string LawfulBasis => In("Grondslag", "Lawful basis");

    public string BalancingTest => In("Belangenafweging", "Balancing test");

    public string SpecialCategoryCondition => In("Uitzondering voor bijzondere gegevens", "Condition for special categories");

    public string People => In("Mensen", "People");

    public string Categories => In("Gegevens", "Data");

    public string Recipients => In("Ontvangers", "Recipients");

    public string Sources => In("Bron", "Source");

    public string Provision => In("Verplicht of niet", "Obligation to give");

    public string AutomatedDecision => In("Geautomatiseerd besluit", "Automated decision");

    public string Marketing => In("Reclame", "Marketing");

    public string ConsentTerms => In("Voorwaarden van toestemming", "Terms of consent");

    public string ConsentQuestion => In("Vraag om toestemming", "Question for consent");

    public string Rights => In("Rechten", "Rights");

    public string ImpactAssessment => In("Effectbeoordeling (DPIA)", "Impact assessment (DPIA)");

    public string RetentionCaption => In("Hoe lang de gegevens blijven", "How long the data stay");

    public string Rule => In("Regel", "Rule");

    public string HowLong => In("Hoe lang", "How long");

    public string Limit => In("Grens", "Limit");

    public string Why => In("Waarom", "Why");

    public string CategoriesCaption => In("Soorten gegevens en waar ze worden gebruikt", "Kinds of data and where they are used");

    public string Description => In("Toelichting", "Description");

    public string Protection => In("Bescherming", "Protection");

    public string UsedIn => In("Gebruikt bij", "Used in");

    public string Then(string action) => In($"daarna {action}", $"then {action}");

    public string PeopleCaption => In("Van wie er gegevens zijn", "Whose data there are");

    public string Notice => In("Privacyverklaring", "Privacy notice");

    public string Events => In("Gebeurtenissen", "Events");

    public string EventsCaption => In("Waar termijnen vanaf lopen", "What periods run from");

    public string TransferTo => In("doorgifte naar", "transfer to");

    public string Assessment => In("beoordeling", "assessment");

    public string Backups => In("Back-ups", "Backups");

    public string BackupsCaption => In("Hoe lang gewiste gegevens in back-ups blijven", "How long erased data stay in backups");

    public string Rotation => In("Schema", "Schedule");

    public string GoneAfter => In("Uiterlijk weg na", "Gone no later than after");

    public string Choices => In("Keuzes tussen wetten", "Choices between laws");

    public string ChoicesCaption => In("Regels die elkaar tegenspreken", "Rules that contradict each other");

    public string Prevails => In("Gaat voor", "Prevails");

    public string Yields => In("Wijkt", "Yields");

    public string Reason => In("Reden", "Reason");

    public string OwnRecords => In("Wat GdprKit zelf bewaart", "What GdprKit keeps itself");

    public string Evidence => In("Bewijs", "Evidence");

    public string Nothing => In("Hierover is niets vastgelegd.", "Nothing is declared about this.");

    public string Introduction(string controller) => In(
        $"Alles wat {controller} heeft vastgelegd over persoonsgegevens. De privacyverklaring en het register van verwerkingsactiviteiten volgen hieruit.",
        $"Everything that {controller} declared about personal data. The privacy notice and the record of processing activities follow from it.");

    /// <summary>A day of every year: the words of a register end a date with its year, which is left out.</summary>
    public string Date(AnnualDate day)
    {
        var inSomeYear = words.Date(day.InYear(2000));
        return inSomeYear[..inSomeYear.LastIndexOf(' ')];
    }

    public string NameOf(RetentionSide side) => side switch
    {
        RetentionSide.MustKeep => In("minimum", "minimum"),
        RetentionSide.MustBeGone => In("maximum", "maximum"),
        RetentionSide.Both => In("minimum en maximum", "minimum and maximum"),
        _ => In("niet vastgelegd", "not declared"),
    };

    public string NoticeOf(SubjectKind people) => people.HasOwnNotice ? In("een eigen verklaring", "a notice of their own") : In("de openbare verklaring", "the public notice");

    public string KeptAfterwards(string period) => In($"{period} nadat het is afgelopen", $"{period} after it has ended");

    private string In(string dutch, string english) => words.Language == Language.Dutch ? dutch : english;
}
