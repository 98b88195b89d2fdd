using NodaTime;

namespace GdprKit;

public abstract partial class DutchRegisterWording
{
    /// <inheritdoc/>
    public override string Sentence(RegisterChange change) => change switch
    {
        RegisterChange.Added { After: var after } => Added(change, Text(after)),
        RegisterChange.Removed { Before: var before } => Removed(change, Text(before)),
        RegisterChange.Lengthened { Before: var before, After: var after } => Now(change, "is langer", before, after),
        RegisterChange.Shortened { Before: var before, After: var after } => Now(change, "is korter", before, after),
        RegisterChange.Replaced { Before: var before, After: var after } when Text(before) == Text(after) =>
            AsSentence($"er is iets veranderd aan {Thing(change)}: {Text(after)}"),
        RegisterChange.Replaced { Before: var before, After: var after } => Now(change, "is nu", before, after),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <inheritdoc/>
    public override string Name(Language language) =>
        language == Language.Dutch ? "Nederlands" : language == Language.English ? "Engels" : language.Code;

    /// <inheritdoc/>
    public override string Name(DataSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.IsPubliclyAccessible ? $"{Text(source.Name)} (openbaar)" : Text(source.Name);
    }

    /// <inheritdoc/>
    public override string Date(AnnualDate date) => $"{date.Day} {Months[date.Month - 1]}";

    /// <inheritdoc/>
    public override string YesOrNo(bool value) => value ? "ja" : "nee";

    /// <inheritdoc/>
    public override string Precedence(RuleConflictChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return $"{choice.Prevails} gaat voor op {choice.Yields}";
    }

    private string Added(RegisterChange change, string what) => change.Element switch
    {
        RegisterElement.Language => AsSentence($"de privacyverklaring is er nu ook in het {what}"),
        RegisterElement.JointController => AsSentence($"{what} beslist nu samen met ons over gegevens"),
        RegisterElement.SubjectKind => AsSentence($"nieuw: wij gebruiken gegevens van {what}"),
        RegisterElement.DataCategory => AsSentence($"nieuw soort gegevens: {what}"),
        RegisterElement.RetentionEvent => AsSentence($"nieuwe gebeurtenis waarna een termijn kan lopen: {what}"),
        RegisterElement.Recipient => AsSentence($"nieuwe ontvanger van gegevens: {what}"),
        RegisterElement.Transfer => AsSentence($"via {Named(change)} gaan gegevens nu ook naar: {what}"),
        RegisterElement.Activity => AsSentence($"nieuw: {Named(change)}. {AsSentence(what)}"),
        RegisterElement.ActivityPeople => AsSentence($"{Named(change)} gaat nu ook over: {what}"),
        RegisterElement.ActivityCategory => AsSentence($"voor {Named(change)} gebruiken wij nu ook: {what}"),
        RegisterElement.ActivityRecipient => AsSentence($"voor {Named(change)} delen wij gegevens nu ook met: {what}"),
        RegisterElement.Source => AsSentence($"voor {Named(change)} krijgen wij gegevens nu ook van: {what}"),
        RegisterElement.AutomatedDecision => AsSentence($"bij {Named(change)} beslist nu een computer: {what}"),
        RegisterElement.MarketingChannel => AsSentence($"voor {Named(change)} benaderen wij je nu ook via: {what}"),
        RegisterElement.ConsentPeriod => AsSentence($"je toestemming voor {Named(change)} geldt voortaan {what}"),
        RegisterElement.ConsentConfirmation => AsSentence($"toestemming voor {Named(change)} bevestig je nu via: {what}"),
        RegisterElement.RetentionRule => AsSentence($"nieuwe bewaartermijn bij {Named(change)}: {what}"),
        RegisterElement.Backup => AsSentence($"nieuwe back-up {Named(change)}: {what}"),
        _ => AsSentence($"{Thing(change)} is toegevoegd: {what}"),
    };

    private string Removed(RegisterChange change, string what) => change.Element switch
    {
        RegisterElement.Language => AsSentence($"de privacyverklaring is er niet meer in het {what}"),
        RegisterElement.JointController => AsSentence($"{what} beslist niet meer samen met ons over gegevens"),
        RegisterElement.SubjectKind => AsSentence($"wij gebruiken geen gegevens meer van {what}"),
        RegisterElement.DataCategory => AsSentence($"dit soort gegevens gebruiken wij niet meer: {what}"),
        RegisterElement.RetentionEvent => AsSentence($"na deze gebeurtenis loopt geen termijn meer: {what}"),
        RegisterElement.Recipient => AsSentence($"geen ontvanger van gegevens meer: {what}"),
        RegisterElement.Transfer => AsSentence($"via {Named(change)} gaan gegevens niet meer naar: {what}"),
        RegisterElement.Activity => AsSentence($"wij gebruiken geen gegevens meer voor {Named(change)}"),
        RegisterElement.ActivityPeople => AsSentence($"{Named(change)} gaat niet meer over: {what}"),
        RegisterElement.ActivityCategory => AsSentence($"voor {Named(change)} gebruiken wij niet meer: {what}"),
        RegisterElement.ActivityRecipient => AsSentence($"voor {Named(change)} delen wij gegevens niet meer met: {what}"),
        RegisterElement.Source => AsSentence($"voor {Named(change)} krijgen wij gegevens niet meer van: {what}"),
        RegisterElement.AutomatedDecision => AsSentence($"bij {Named(change)} beslist geen computer meer"),
        RegisterElement.MarketingChannel => AsSentence($"voor {Named(change)} benaderen wij je niet meer via: {what}"),
        RegisterElement.ConsentPeriod => AsSentence($"je toestemming voor {Named(change)} geldt nu tot je haar intrekt; eerst {what}"),
        RegisterElement.ConsentConfirmation => AsSentence($"toestemming voor {Named(change)} bevestig je niet meer via: {what}"),
        RegisterElement.Backup => AsSentence($"de back-up {Named(change)} is vervallen: {what}"),
        _ => AsSentence($"{Thing(change)} is vervallen: {what}"),
    };

    private string Now(RegisterChange change, string became, LocalizedText before, LocalizedText after) =>
        $"{AsSentence($"{Thing(change)} {became}: {Text(after)}")} {AsSentence($"eerst: {Text(before)}")}";

    private string Named(RegisterChange change) => $"‘{Text(change.Subject)}’";

    private string Thing(RegisterChange change) => change.Element switch
    {
        RegisterElement.Language => "een taal",
        RegisterElement.ControllerName => "de naam van onze organisatie",
        RegisterElement.ControllerCountry => "het land van onze organisatie",
        RegisterElement.RegistrationNumber => "ons nummer in het handelsregister",
        RegisterElement.ControllerContact => "de manier om ons te bereiken",
        RegisterElement.TimeZone => "onze tijdzone",
        RegisterElement.FinancialYearEnd => "de laatste dag van ons boekjaar",
        RegisterElement.Representative => "onze vertegenwoordiger in de Europese Unie",
        RegisterElement.RepresentativeContact => "de manier om onze vertegenwoordiger te bereiken",
        RegisterElement.DataProtectionOfficer => "onze functionaris gegevensbescherming",
        RegisterElement.JointController => "wie samen met ons beslist",
        RegisterElement.JointControllerContact => $"de manier om {Named(change)} te bereiken",
        RegisterElement.JointControllerArrangement => $"onze afspraak met {Named(change)}",
        RegisterElement.SupervisoryAuthority => "de toezichthouder bij wie je kunt klagen",
        RegisterElement.RightsPage => "de pagina voor verzoeken over je gegevens",
        RegisterElement.RightsEmail => "het e-mailadres voor verzoeken over je gegevens",
        RegisterElement.RightsPhone => "het telefoonnummer voor verzoeken over je gegevens",
        RegisterElement.Label => $"de naam van {Named(change)}",
        RegisterElement.Description => $"de uitleg bij {Named(change)}",
        RegisterElement.Term => $"de term uit de Data Privacy Vocabulary bij {Named(change)}",
        RegisterElement.LawAddress => $"het webadres van de wet bij {Named(change)}",
        RegisterElement.DocumentReference => $"de verwijzing naar een document bij {Named(change)}",
        RegisterElement.SubjectKind => $"de groep mensen {Named(change)}",
        RegisterElement.OwnNotice => $"een eigen privacyverklaring voor {Named(change)}",
        RegisterElement.DataCategory => $"het soort gegevens {Named(change)}",
        RegisterElement.Sensitivity => $"de gevoeligheid van {Named(change)}",
        RegisterElement.CategoryLaw => $"de wet die het gebruik van {Named(change)} regelt",
        RegisterElement.RetentionEvent => $"de gebeurtenis {Named(change)}",
        RegisterElement.Recipient => $"de ontvanger {Named(change)}",
        RegisterElement.RecipientName => $"de naam van de ontvanger {Named(change)}",
        RegisterElement.RecipientRole => $"de rol van de ontvanger {Named(change)}",
        RegisterElement.RecipientTask => $"de taak van de ontvanger {Named(change)}",
        RegisterElement.RecipientCountry => $"het land van de ontvanger {Named(change)}",
        RegisterElement.Transfer => $"de doorgifte via {Named(change)}",
        RegisterElement.SafeguardCopy => $"de manier om een kopie te krijgen van de afspraken met {Named(change)}",
        RegisterElement.Activity => $"het gebruik voor {Named(change)}",
        RegisterElement.PurposeDescription => $"de omschrijving van het doel van {Named(change)}",
        RegisterElement.LawfulBasis => $"de grondslag van {Named(change)}",
        RegisterElement.SpecialCategoryCondition => $"de uitzondering voor bijzondere gegevens bij {Named(change)}",
        RegisterElement.ConsentPeriod => $"hoe lang je toestemming voor {Named(change)} geldt",
        RegisterElement.ConsentConfirmation => $"het kanaal waarover je toestemming voor {Named(change)} bevestigt",
        RegisterElement.ConsentPerChannel => $"aparte toestemming per kanaal voor {Named(change)}",
        RegisterElement.ConsentQuestion => $"de vraag om toestemming voor {Named(change)}",
        RegisterElement.AddressesMinors => $"een aanbod aan kinderen bij {Named(change)}",
        RegisterElement.SoftOptIn => $"berichten aan klanten zonder toestemming bij {Named(change)}",
        RegisterElement.Source => $"de bron van gegevens voor {Named(change)}",
        RegisterElement.ProvisionRequirement => $"het geven van gegevens voor {Named(change)}",
        RegisterElement.ProvisionConsequence => $"het gevolg als je geen gegevens geeft voor {Named(change)}",
        RegisterElement.AutomatedDecision => $"de beslissing door een computer bij {Named(change)}",
        RegisterElement.RetentionRule => $"de bewaartermijn bij {Named(change)}",
        RegisterElement.RetentionSource => $"de bron van de bewaartermijn bij {Named(change)}",
        RegisterElement.RetentionReason => $"de reden om gegevens zonder einddatum te bewaren bij {Named(change)}",
        RegisterElement.Security when change.Subject.IsEmpty => "de beschrijving van onze beveiliging",
        RegisterElement.Security => $"de beschrijving van onze beveiliging bij {Named(change)}",
        RegisterElement.ConflictChoice => "de keuze tussen twee wetten",
        RegisterElement.ConflictReason => "de reden van de keuze tussen twee wetten",
        RegisterElement.Backup => $"de bewaartermijn van de back-up {Named(change)}",
        RegisterElement.OwnEvidence => "de bewaartermijn van ons bewijs",
        _ when change.Subject.IsEmpty => "een ander deel van het register",
        _ => $"een ander deel van het register van {Named(change)}",
    };
}
