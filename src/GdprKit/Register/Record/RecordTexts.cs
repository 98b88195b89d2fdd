namespace GdprKit;

/// <summary>What a record of processing says of its own accord, in Dutch and English; the rest are the words of the register.</summary>
internal sealed class RecordTexts(RegisterWording words)
{
    public RegisterWording Words => words;

    public string Title => In("Register van verwerkingsactiviteiten", "Record of processing activities");

    public string Contents => In("Inhoud", "Contents");

    public string Responsible => In("Wie verantwoordelijk is", "Who is responsible");

    public string Activity => In("Verwerking", "Activity");

    public string Key => In("Sleutel", "Key");

    public string Details => In("Ook vastgelegd", "Also recorded");

    public string NotApplicable => In("Niet van toepassing", "Not applicable");

    public string Missing => In("Ontbreekt", "Missing");

    public string OwnRecord => In(
        "Dit houdt GdprKit bij, de software waarmee dit register is gemaakt.",
        "This is kept by GdprKit, the software that made this record.");

    public string NoJointControllers => In(
        "Er is geen andere organisatie vastgelegd die mee beslist (art. 26 AVG).",
        "No other organisation is declared that decides together with the controller (Art. 26 GDPR).");

    public string NoRepresentative => In(
        "De verwerkingsverantwoordelijke is gevestigd in de Europese Economische Ruimte (art. 27 AVG).",
        "The controller is established in the European Economic Area (Art. 27 GDPR).");

    public string NoDataProtectionOfficer => In(
        "Er is geen functionaris voor gegevensbescherming aangewezen. Dat moet alleen in de gevallen van art. 37 lid 1 AVG.",
        "No data protection officer is designated. One is required only in the cases of Art. 37(1) GDPR.");

    public string NoRecipients => In("Er is geen ontvanger vastgelegd.", "No recipient is declared.");

    public string NoTransfers => In(
        "Er is geen doorgifte vastgelegd naar een land buiten de Europese Economische Ruimte of naar een internationale organisatie.",
        "No transfer is declared to a country outside the European Economic Area or to an international organisation.");

    public string NoTransferSafeguards => In(
        "Er is geen doorgifte vastgelegd op grond van art. 49 lid 1, tweede alinea, AVG.",
        "No transfer is declared that rests on the second subparagraph of Art. 49(1) GDPR.");

    public string Introduction(string controller) => In(
        $"Dit is het register van de verwerkingen van persoonsgegevens door {controller} (art. 30 lid 1 AVG). Met ‘je’ is steeds de persoon bedoeld over wie de gegevens gaan.",
        $"This is the record of the processing of personal data by {controller} (Art. 30(1) GDPR). In it, ‘you’ is the person whom the data are about.");

    public string Incomplete => In("Dit register is nog niet compleet. Dit ontbreekt:", "This record is not complete yet. This is missing:");

    public string Origin(Digest register) => In(
        $"Gemaakt uit het register met SHA-256-hash {register}.",
        $"Made from the register with SHA-256 hash {register}.");

    public string Name(RecordRequirement requirement) => requirement switch
    {
        RecordRequirement.Controller => In("Verantwoordelijke", "Controller"),
        RecordRequirement.JointControllers => In("Gezamenlijk verantwoordelijken", "Joint controllers"),
        RecordRequirement.Representative => In("Vertegenwoordiger", "Representative"),
        RecordRequirement.DataProtectionOfficer => In("Functionaris (FG)", "Data protection officer"),
        RecordRequirement.Purposes => In("Doel", "Purpose"),
        RecordRequirement.DataSubjects => In("Betrokkenen", "Data subjects"),
        RecordRequirement.PersonalData => In("Persoonsgegevens", "Personal data"),
        RecordRequirement.Recipients => In("Ontvangers", "Recipients"),
        RecordRequirement.Transfers => In("Doorgifte", "Transfers"),
        RecordRequirement.TransferSafeguards => In("Waarborgen bij incidentele doorgifte", "Safeguards of occasional transfers"),
        RecordRequirement.TimeLimits => In("Bewaartermijnen", "Time limits"),
        RecordRequirement.SecurityMeasures => In("Beveiliging", "Security measures"),
        _ => throw new ArgumentOutOfRangeException(nameof(requirement), requirement, null),
    };

    public string Name(RecordDetailKind kind) => kind switch
    {
        RecordDetailKind.LawfulBasis => In("Grondslag", "Lawful basis"),
        RecordDetailKind.BalancingTest => In("Belangenafweging", "Balancing test"),
        RecordDetailKind.SpecialCategoryCondition => In("Uitzondering voor bijzondere gegevens", "Condition for special categories"),
        RecordDetailKind.SpecialCategories => In("Bijzondere persoonsgegevens", "Special categories"),
        RecordDetailKind.CriminalOffences => In("Strafrechtelijke persoonsgegevens", "Criminal convictions and offences"),
        RecordDetailKind.NationalNumbers => In("Nationaal identificatienummer", "National identification number"),
        RecordDetailKind.Processors => In("Verwerkers", "Processors"),
        RecordDetailKind.Sources => In("Bron van de gegevens", "Source of the data"),
        RecordDetailKind.AutomatedDecision => In("Geautomatiseerd besluit", "Automated decision"),
        RecordDetailKind.ImpactAssessment => In("Effectbeoordeling (DPIA)", "Impact assessment (DPIA)"),
        RecordDetailKind.Rights => In("Rechten", "Rights"),
        RecordDetailKind.ConflictChoices => In("Keuze tussen wetten", "Choice between laws"),
        RecordDetailKind.ConsentTerms => In("Voorwaarden van toestemming", "Terms of consent"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public string WhereToDeclare(RecordField.Missing field) => In(
        $"vul {field.Fault.Path} aan in het register ({words.Article(field.Article)}, {field.Fault.Id})",
        $"add {field.Fault.Path} to the register ({words.Article(field.Article)}, {field.Fault.Id})");

    public string RegistrationNumber(string? number) => number is null ? "" : In($"nummer in het handelsregister: {number}", $"number in the trade register: {number}");

    public IEnumerable<string> Contact(ContactDetails contact)
    {
        (string Label, string? Value)[] ways =
        [
            (In("adres", "address"), contact.Address is { } address ? $"{address.Street}, {address.PostalCode} {address.City}, {address.Country.NameIn(words.Language)}" : null),
            (In("e-mail", "e-mail"), contact.Email),
            (In("telefoon", "telephone"), contact.Phone),
            (In("website", "website"), contact.Website?.OriginalString),
        ];
        return ways.Where(way => way.Value is not null).Select(way => $"{way.Label}: {way.Value}");
    }

    public string Category(DataCategory category)
    {
        var protection = category.Sensitivity is DataSensitivity.Ordinary ? "" : $", {words.Name(category.Sensitivity)}";
        var description = category.Description is { } text ? $": {words.Text(text)}" : "";
        return $"{words.Text(category.Label)}{protection}{description}";
    }

    public string Recipient(Recipient recipient) =>
        $"{recipient.Name}, {words.Name(recipient.Role)}, {recipient.Country.NameIn(words.Language)}: {words.Text(recipient.Task)}";

    public string Transfer(Recipient recipient, Transfer transfer)
    {
        var assessment = transfer.Assessment is { } reference ? In($" Beoordeling: {reference}", $" Assessment: {reference}") : "";
        return $"{recipient.Name}, {Destination(transfer)}: {words.NameWithArticle(transfer.Safeguard)}. {words.Explanation(transfer.Safeguard)}{assessment}";
    }

    public string Documented(Recipient recipient, Transfer transfer) =>
        $"{recipient.Name}, {Destination(transfer)}: {words.Explanation(transfer.Safeguard)}";

    public IEnumerable<string> AutomatedDecision(AutomatedDecision decision) =>
    [
        In($"Werking: {words.Text(decision.Logic)}", $"Logic: {words.Text(decision.Logic)}"),
        In($"Gevolgen: {words.Text(decision.Consequences)}", $"Consequences: {words.Text(decision.Consequences)}"),
        In($"Beoordeling door een mens: {words.Text(decision.Review)}", $"Review by a human: {words.Text(decision.Review)}"),
    ];

    public string Choice(string prevails, string yields, LocalizedText reason) => In(
        $"Gevolgd: {prevails}. Niet gevolgd: {yields}. Reden: {words.Text(reason)}",
        $"Followed: {prevails}. Not followed: {yields}. Reason: {words.Text(reason)}");

    private string Destination(Transfer transfer) => transfer.Country?.NameIn(words.Language) ?? transfer.Organisation ?? "";

    private string In(string dutch, string english) => words.Language == Language.Dutch ? dutch : english;
}
