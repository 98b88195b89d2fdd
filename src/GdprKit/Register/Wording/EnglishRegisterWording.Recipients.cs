namespace GdprKit;

public abstract partial class EnglishRegisterWording
{
    /// <inheritdoc/>
    public override string Name(RecipientRole role) => role switch
    {
        RecipientRole.Processor => "processor",
        RecipientRole.JointController => "joint controller",
        RecipientRole.Controller => "independent controller",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Explanation(RecipientRole role) => role switch
    {
        RecipientRole.Processor => "This party works on our instructions and may not use the data for itself.",
        RecipientRole.JointController => "This party decides together with us what happens to the data.",
        RecipientRole.Controller => "This party decides for itself what it does with the data, and is itself responsible for that.",
        _ => "It was not declared what this party may do with the data.",
    };

    /// <inheritdoc/>
    public override string Name(TransferSafeguard safeguard) => safeguard switch
    {
        TransferSafeguard.AdequacyDecision => "adequacy decision",
        TransferSafeguard.StandardClauses => "standard contract",
        TransferSafeguard.BindingCorporateRules => "binding corporate rules",
        TransferSafeguard.OtherSafeguard => "other appropriate safeguard",
        TransferSafeguard.Derogation { Ground: var ground } => Name(ground),
        TransferSafeguard.CompellingInterest => "compelling legitimate interest",
        _ => throw new ArgumentOutOfRangeException(nameof(safeguard)),
    };

    /// <inheritdoc/>
    public override string Name(TransferDerogation derogation) => derogation switch
    {
        TransferDerogation.ExplicitConsent => "explicit consent",
        TransferDerogation.ContractWithThePerson => "contract with the person",
        TransferDerogation.ContractInThePersonsInterest => "contract in the interest of the person",
        TransferDerogation.PublicInterest => "important reasons of public interest",
        TransferDerogation.LegalClaims => "legal claims",
        TransferDerogation.VitalInterests => "vital interests",
        TransferDerogation.PublicRegister => "public register",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Explanation(TransferSafeguard safeguard) => safeguard switch
    {
        TransferSafeguard.AdequacyDecision { Decision: var decision } =>
            $"The European Commission has decided that data are protected well enough there{InParentheses(decision)}.",
        TransferSafeguard.StandardClauses { Copy: var copy } =>
            $"A standard contract that the European Commission has approved protects the data. How to get a copy: {Fragment(copy)}.",
        TransferSafeguard.BindingCorporateRules { Copy: var copy } =>
            $"Approved rules within the group of companies protect the data. How to get a copy: {Fragment(copy)}.",
        TransferSafeguard.OtherSafeguard { Description: var description, Copy: var copy } =>
            $"This protects the data: {Fragment(description)}. How to get a copy: {Fragment(copy)}.",
        TransferSafeguard.Derogation { Ground: var ground } => Explanation(ground),
        TransferSafeguard.CompellingInterest { Interest: var interest, Safeguards: var safeguards } =>
            $"This happens only once and for a compelling interest: {Fragment(interest)}. This protects the data: {Fragment(safeguards)}.",
        _ => throw new ArgumentOutOfRangeException(nameof(safeguard)),
    };

    /// <inheritdoc/>
    protected override string Destination(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return transfer.Country is { } country
            ? $"Data go to {country.NameInSentence(Language.English)}, outside the European Economic Area."
            : $"Data go to {transfer.Organisation}, an international organisation.";
    }

    private static string Explanation(TransferDerogation derogation) => derogation switch
    {
        TransferDerogation.ExplicitConsent => "This happens only if you explicitly consent to it, after we have told you about the risks.",
        TransferDerogation.ContractWithThePerson => "This is needed for a contract with you.",
        TransferDerogation.ContractInThePersonsInterest => "This is needed for a contract that we make with somebody else in your interest.",
        TransferDerogation.PublicInterest => "This is needed for important reasons of public interest.",
        TransferDerogation.LegalClaims => "This is needed for a court case or another legal dispute.",
        TransferDerogation.VitalInterests => "This is needed to protect the life or health of somebody who cannot consent.",
        TransferDerogation.PublicRegister => "The data come from a public register.",
        _ => "It was not declared why this is allowed.",
    };
}
