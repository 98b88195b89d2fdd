using NodaTime;

namespace GdprKit;

public abstract partial class EnglishRegisterWording
{
    /// <inheritdoc/>
    public override string Sentence(RegisterChange change) => change switch
    {
        RegisterChange.Added { After: var after } => Added(change, Text(after)),
        RegisterChange.Removed { Before: var before } => Removed(change, Text(before)),
        RegisterChange.Lengthened { Before: var before, After: var after } => Now(change, "is longer", before, after),
        RegisterChange.Shortened { Before: var before, After: var after } => Now(change, "is shorter", before, after),
        RegisterChange.Replaced { Before: var before, After: var after } when Text(before) == Text(after) =>
            AsSentence($"something changed in {Thing(change)}: {Text(after)}"),
        RegisterChange.Replaced { Before: var before, After: var after } => Now(change, "is now", before, after),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <inheritdoc/>
    public override string Name(Language language) =>
        language == Language.Dutch ? "Dutch" : language == Language.English ? "English" : language.Code;

    /// <inheritdoc/>
    public override string Name(DataSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.IsPubliclyAccessible ? $"{Text(source.Name)} (public)" : Text(source.Name);
    }

    /// <inheritdoc/>
    public override string Date(AnnualDate date) => $"{date.Day} {Months[date.Month - 1]}";

    /// <inheritdoc/>
    public override string YesOrNo(bool value) => value ? "yes" : "no";

    /// <inheritdoc/>
    public override string Precedence(RuleConflictChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return $"{choice.Prevails} prevails over {choice.Yields}";
    }

    private string Added(RegisterChange change, string what) => change.Element switch
    {
        RegisterElement.Language => AsSentence($"the privacy notice is now also in {what}"),
        RegisterElement.JointController => AsSentence($"{what} now decides about data together with us"),
        RegisterElement.SubjectKind => AsSentence($"new: we use data of {what}"),
        RegisterElement.DataCategory => AsSentence($"new kind of data: {what}"),
        RegisterElement.RetentionEvent => AsSentence($"new event after which a period can run: {what}"),
        RegisterElement.Recipient => AsSentence($"new recipient of data: {what}"),
        RegisterElement.Transfer => AsSentence($"through {Named(change)} data now also go to: {what}"),
        RegisterElement.Activity => AsSentence($"new: {Named(change)}. {AsSentence(what)}"),
        RegisterElement.ActivityPeople => AsSentence($"{Named(change)} is now also about: {what}"),
        RegisterElement.ActivityCategory => AsSentence($"for {Named(change)} we now also use: {what}"),
        RegisterElement.ActivityRecipient => AsSentence($"for {Named(change)} we now also share data with: {what}"),
        RegisterElement.Source => AsSentence($"for {Named(change)} we now also get data from: {what}"),
        RegisterElement.AutomatedDecision => AsSentence($"in {Named(change)} a computer now decides: {what}"),
        RegisterElement.MarketingChannel => AsSentence($"for {Named(change)} we now also contact you by: {what}"),
        RegisterElement.ConsentPeriod => AsSentence($"your consent to {Named(change)} now lasts {what}"),
        RegisterElement.ConsentConfirmation => AsSentence($"you now confirm your consent to {Named(change)} by: {what}"),
        RegisterElement.RetentionRule => AsSentence($"new retention period of {Named(change)}: {what}"),
        RegisterElement.Backup => AsSentence($"new backup {Named(change)}: {what}"),
        _ => AsSentence($"{Thing(change)} was added: {what}"),
    };

    private string Removed(RegisterChange change, string what) => change.Element switch
    {
        RegisterElement.Language => AsSentence($"the privacy notice is no longer in {what}"),
        RegisterElement.JointController => AsSentence($"{what} no longer decides about data together with us"),
        RegisterElement.SubjectKind => AsSentence($"we no longer use data of {what}"),
        RegisterElement.DataCategory => AsSentence($"we no longer use this kind of data: {what}"),
        RegisterElement.RetentionEvent => AsSentence($"no period runs any more after this event: {what}"),
        RegisterElement.Recipient => AsSentence($"no longer a recipient of data: {what}"),
        RegisterElement.Transfer => AsSentence($"through {Named(change)} data no longer go to: {what}"),
        RegisterElement.Activity => AsSentence($"we no longer use data for {Named(change)}"),
        RegisterElement.ActivityPeople => AsSentence($"{Named(change)} is no longer about: {what}"),
        RegisterElement.ActivityCategory => AsSentence($"for {Named(change)} we no longer use: {what}"),
        RegisterElement.ActivityRecipient => AsSentence($"for {Named(change)} we no longer share data with: {what}"),
        RegisterElement.Source => AsSentence($"for {Named(change)} we no longer get data from: {what}"),
        RegisterElement.AutomatedDecision => AsSentence($"in {Named(change)} no computer decides any more"),
        RegisterElement.MarketingChannel => AsSentence($"for {Named(change)} we no longer contact you by: {what}"),
        RegisterElement.ConsentPeriod => AsSentence($"your consent to {Named(change)} now lasts until you withdraw it; before: {what}"),
        RegisterElement.ConsentConfirmation => AsSentence($"you no longer confirm your consent to {Named(change)} by: {what}"),
        RegisterElement.Backup => AsSentence($"the backup {Named(change)} was removed: {what}"),
        _ => AsSentence($"{Thing(change)} was removed: {what}"),
    };

    private string Now(RegisterChange change, string became, LocalizedText before, LocalizedText after) =>
        $"{AsSentence($"{Thing(change)} {became}: {Text(after)}")} {AsSentence($"before: {Text(before)}")}";

    private string Named(RegisterChange change) => $"‘{Text(change.Subject)}’";

    private string Thing(RegisterChange change) => change.Element switch
    {
        RegisterElement.Language => "a language",
        RegisterElement.ControllerName => "the name of our organisation",
        RegisterElement.ControllerCountry => "the country of our organisation",
        RegisterElement.RegistrationNumber => "our number in the trade register",
        RegisterElement.ControllerContact => "the way to reach us",
        RegisterElement.TimeZone => "our time zone",
        RegisterElement.FinancialYearEnd => "the last day of our financial year",
        RegisterElement.Representative => "our representative in the European Union",
        RegisterElement.RepresentativeContact => "the way to reach our representative",
        RegisterElement.DataProtectionOfficer => "our data protection officer",
        RegisterElement.JointController => "who decides together with us",
        RegisterElement.JointControllerContact => $"the way to reach {Named(change)}",
        RegisterElement.JointControllerArrangement => $"our arrangement with {Named(change)}",
        RegisterElement.SupervisoryAuthority => "the authority you can complain to",
        RegisterElement.RightsPage => "the page for requests about your data",
        RegisterElement.RightsEmail => "the e-mail address for requests about your data",
        RegisterElement.RightsPhone => "the telephone number for requests about your data",
        RegisterElement.Label => $"the name of {Named(change)}",
        RegisterElement.Description => $"the explanation of {Named(change)}",
        RegisterElement.Term => $"the term of the Data Privacy Vocabulary for {Named(change)}",
        RegisterElement.LawAddress => $"the web address of the law for {Named(change)}",
        RegisterElement.DocumentReference => $"the reference to a document for {Named(change)}",
        RegisterElement.SubjectKind => $"the kind of people {Named(change)}",
        RegisterElement.OwnNotice => $"a privacy notice of their own for {Named(change)}",
        RegisterElement.DataCategory => $"the kind of data {Named(change)}",
        RegisterElement.Sensitivity => $"the sensitivity of {Named(change)}",
        RegisterElement.CategoryLaw => $"the law on the use of {Named(change)}",
        RegisterElement.RetentionEvent => $"the event {Named(change)}",
        RegisterElement.Recipient => $"the recipient {Named(change)}",
        RegisterElement.RecipientName => $"the name of the recipient {Named(change)}",
        RegisterElement.RecipientRole => $"the role of the recipient {Named(change)}",
        RegisterElement.RecipientTask => $"the task of the recipient {Named(change)}",
        RegisterElement.RecipientCountry => $"the country of the recipient {Named(change)}",
        RegisterElement.Transfer => $"the transfer through {Named(change)}",
        RegisterElement.SafeguardCopy => $"the way to get a copy of the safeguards with {Named(change)}",
        RegisterElement.Activity => $"the use for {Named(change)}",
        RegisterElement.PurposeDescription => $"the description of the purpose of {Named(change)}",
        RegisterElement.LawfulBasis => $"the lawful basis of {Named(change)}",
        RegisterElement.SpecialCategoryCondition => $"the exception for special data in {Named(change)}",
        RegisterElement.ConsentPeriod => $"how long your consent to {Named(change)} lasts",
        RegisterElement.ConsentConfirmation => $"the channel over which you confirm your consent to {Named(change)}",
        RegisterElement.ConsentPerChannel => $"consent for each channel apart in {Named(change)}",
        RegisterElement.ConsentQuestion => $"the question for consent to {Named(change)}",
        RegisterElement.AddressesMinors => $"an offer to children in {Named(change)}",
        RegisterElement.SoftOptIn => $"messages to customers without consent in {Named(change)}",
        RegisterElement.Source => $"the source of data for {Named(change)}",
        RegisterElement.ProvisionRequirement => $"giving data for {Named(change)}",
        RegisterElement.ProvisionConsequence => $"the consequence of giving no data for {Named(change)}",
        RegisterElement.AutomatedDecision => $"the decision by a computer in {Named(change)}",
        RegisterElement.RetentionRule => $"the retention period of {Named(change)}",
        RegisterElement.RetentionSource => $"the source of the retention period of {Named(change)}",
        RegisterElement.RetentionReason => $"the reason to keep data without an end date for {Named(change)}",
        RegisterElement.Security when change.Subject.IsEmpty => "the description of our security",
        RegisterElement.Security => $"the description of our security for {Named(change)}",
        RegisterElement.ConflictChoice => "the choice between two laws",
        RegisterElement.ConflictReason => "the reason for the choice between two laws",
        RegisterElement.Backup => $"the retention period of the backup {Named(change)}",
        RegisterElement.OwnEvidence => "the retention period of our evidence",
        _ when change.Subject.IsEmpty => "another part of the register",
        _ => $"another part of the register of {Named(change)}",
    };
}
