using System.Text.Json;

namespace GdprKit;

/// <summary>What a part of a register says, in the words of one language; <see langword="null"/> when the register does not have the part.</summary>
internal static class ElementText
{
    public static string? Of(RegisterElement element, RegisterPart part, RegisterWording wording) => element switch
    {
        RegisterElement.Language => wording.Name(part.Declared.Language),
        RegisterElement.ControllerCountry or RegisterElement.RecipientCountry or RegisterElement.FinancialYearEnd or RegisterElement.TimeZone
            or RegisterElement.ControllerContact or RegisterElement.Representative or RegisterElement.RepresentativeContact
            or RegisterElement.DataProtectionOfficer or RegisterElement.JointController or RegisterElement.JointControllerContact
            or RegisterElement.SupervisoryAuthority => ControllerText.Of(element, part.Declared, wording),

        RegisterElement.SubjectKind => Text(part.Declared.People?.Label, wording),
        RegisterElement.OwnNotice => part.Declared.People is { } people ? wording.YesOrNo(people.HasOwnNotice) : null,
        RegisterElement.DataCategory => Text(part.Declared.Category?.Label, wording),
        RegisterElement.Sensitivity => part.Declared.Category is { } category ? wording.Name(category.Sensitivity) : null,
        RegisterElement.CategoryLaw => part.Declared.Category?.Law?.Text,
        RegisterElement.RetentionEvent => Text(part.Declared.Event?.Label, wording),

        RegisterElement.Recipient => part.Declared.Recipient?.Name,
        RegisterElement.RecipientRole => part.Declared.Recipient is { } recipient ? wording.Name(recipient.Role) : null,
        RegisterElement.Transfer => part.Declared.Transfer is { } transfer ? InWords(transfer, wording) : null,

        RegisterElement.Activity => Text(part.Declared.Activity?.Purpose.Description, wording),
        RegisterElement.LawfulBasis => part.Declared.Activity is { } activity ? InWords(activity.Basis, wording) : null,
        RegisterElement.SpecialCategoryCondition => part.Declared.Activity?.SpecialCategoryCondition is { } condition ? InWords(condition, wording) : null,
        RegisterElement.ConsentPeriod => part.Declared.Activity?.Consent?.ValidFor is { } period ? wording.Period(period) : null,
        RegisterElement.ConsentConfirmation => part.Declared.ConfirmedChannel is { } confirmed ? wording.Name(confirmed) : null,
        RegisterElement.ConsentPerChannel => part.Declared.Activity is { } asked ? wording.YesOrNo(asked.Consent is { PerChannel: true }) : null,
        RegisterElement.AddressesMinors => part.Declared.Activity is { } offered ? wording.YesOrNo(offered.AddressesMinors) : null,
        RegisterElement.SoftOptIn => part.Declared.Activity is { } relying ? wording.YesOrNo(relying.SoftOptIn) : null,
        RegisterElement.ActivityPeople => Text(part.Declared.ActivityPeople?.Label, wording),
        RegisterElement.ActivityCategory => Text(part.Declared.ActivityCategory?.Label, wording),
        RegisterElement.ActivityRecipient => part.Declared.ActivityRecipient?.Name,
        RegisterElement.Source => part.Declared.Source is { } source ? wording.Name(source) : null,
        RegisterElement.ProvisionRequirement => part.Declared.Activity is { } provided ? wording.Name(provided.Provision.Requirement) : null,
        RegisterElement.AutomatedDecision => Text(part.Declared.Activity?.AutomatedDecision?.Logic, wording),
        RegisterElement.MarketingChannel => part.Declared.Channel is { } channel ? wording.Name(channel) : null,
        RegisterElement.RetentionRule => part.Declared.Rule is { } rule ? wording.Sentence(rule, part.Register) : null,
        RegisterElement.RetentionSource => part.Declared.Rule?.Source?.Text,

        RegisterElement.ConflictChoice => wording.Precedence(part.Declared.Choice),
        RegisterElement.Backup => part.Declared.Backup is { } backup ? wording.Sentence(backup) : null,
        RegisterElement.OwnEvidence => wording.Period(part.Register.OwnRecords.Evidence),
        _ => AsWritten(part.Json, wording),
    };

    /// <summary>What the declaration that a part belongs to is called; nothing for the controller and the register as a whole.</summary>
    public static string? Subject(RegisterPart part, RegisterWording wording) => part.Path!.Split('/') switch
    {
        [_, "people", ..] => Text(part.Declared.People?.Label, wording),
        [_, "categories", ..] => Text(part.Declared.Category?.Label, wording),
        [_, "events", ..] => Text(part.Declared.Event?.Label, wording),
        [_, "recipients", ..] => part.Declared.Recipient?.Name,
        [_, "activities", ..] => Text(part.Declared.Activity?.Name, wording),
        [_, "backups", ..] => Text(part.Declared.Backup?.Name, wording),
        [_, "controller", "jointControllers", ..] => part.Declared.JointController.Name,
        _ => null,
    };

    private static string? Text(LocalizedText? text, RegisterWording wording) => text is null ? null : wording.Text(text);

    private static string InWords(Transfer transfer, RegisterWording wording) =>
        $"{transfer.Country?.NameIn(wording.Language) ?? transfer.Organisation} ({wording.Name(transfer.Safeguard)})";

    private static string InWords(LawfulBasis basis, RegisterWording wording) => basis switch
    {
        LawfulBasis.LegalObligation { Law: var law } => $"{wording.Name(basis)} ({law.Text})",
        LawfulBasis.PublicTask { Law: var law } => $"{wording.Name(basis)} ({law.Text})",
        LawfulBasis.LegitimateInterest { Interest: var interest } => $"{wording.Name(basis)} ({wording.Text(interest)})",
        _ => wording.Name(basis),
    };

    private static string InWords(SpecialCategoryCondition condition, RegisterWording wording) =>
        condition.Law is { } law ? $"{wording.Name(condition.Ground)} ({law.Text})" : wording.Name(condition.Ground);

    /// <summary>What the register file says: a text of its own, one in several languages, or what has no words here.</summary>
    private static string? AsWritten(JsonElement? written, RegisterWording wording) => written switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } texts when IsLocalized(texts) => wording.Text(LocalizedText.Of(
            texts.EnumerateObject().Select(text => (GdprKit.Language.Parse(text.Name), text.Value.GetString()!)))),
        { } other => other.GetRawText(),
    };

    private static bool IsLocalized(JsonElement texts) => texts.EnumerateObject().Any()
        && texts.EnumerateObject().All(text => text.Value.ValueKind is JsonValueKind.String && text.Name is "nl" or "en");
}
