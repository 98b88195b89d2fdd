namespace GdprKit;

public abstract partial class DutchRegisterWording
{
    /// <inheritdoc/>
    public override string Name(RecipientRole role) => role switch
    {
        RecipientRole.Processor => "verwerker",
        RecipientRole.JointController => "gezamenlijke verwerkingsverantwoordelijke",
        RecipientRole.Controller => "zelfstandige verwerkingsverantwoordelijke",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Explanation(RecipientRole role) => role switch
    {
        RecipientRole.Processor => "Deze partij werkt in onze opdracht en mag de gegevens niet voor zichzelf gebruiken.",
        RecipientRole.JointController => "Deze partij beslist samen met ons wat er met de gegevens gebeurt.",
        RecipientRole.Controller => "Deze partij beslist zelf wat zij met de gegevens doet en is daar zelf verantwoordelijk voor.",
        _ => "Er is niet vastgelegd wat deze partij met de gegevens mag doen.",
    };

    /// <inheritdoc/>
    public override string Name(TransferSafeguard safeguard) => safeguard switch
    {
        TransferSafeguard.AdequacyDecision => "adequaatheidsbesluit",
        TransferSafeguard.StandardClauses => "modelcontract",
        TransferSafeguard.BindingCorporateRules => "bindende bedrijfsvoorschriften",
        TransferSafeguard.OtherSafeguard => "andere passende waarborg",
        TransferSafeguard.Derogation { Ground: var ground } => Name(ground),
        TransferSafeguard.CompellingInterest => "dwingend gerechtvaardigd belang",
        _ => throw new ArgumentOutOfRangeException(nameof(safeguard)),
    };

    /// <inheritdoc/>
    public override string Name(TransferDerogation derogation) => derogation switch
    {
        TransferDerogation.ExplicitConsent => "uitdrukkelijke toestemming",
        TransferDerogation.ContractWithThePerson => "overeenkomst met de persoon",
        TransferDerogation.ContractInThePersonsInterest => "overeenkomst in het belang van de persoon",
        TransferDerogation.PublicInterest => "gewichtige redenen van algemeen belang",
        TransferDerogation.LegalClaims => "rechtsvordering",
        TransferDerogation.VitalInterests => "vitale belangen",
        TransferDerogation.PublicRegister => "openbaar register",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Explanation(TransferSafeguard safeguard) => safeguard switch
    {
        TransferSafeguard.AdequacyDecision { Decision: var decision } =>
            $"De Europese Commissie heeft besloten dat gegevens daar goed genoeg beschermd zijn{InParentheses(decision)}.",
        TransferSafeguard.StandardClauses { Copy: var copy } =>
            $"Een modelcontract dat de Europese Commissie heeft goedgekeurd, beschermt de gegevens. Zo krijg je een kopie: {Fragment(copy)}.",
        TransferSafeguard.BindingCorporateRules { Copy: var copy } =>
            $"Goedgekeurde regels binnen het concern beschermen de gegevens. Zo krijg je een kopie: {Fragment(copy)}.",
        TransferSafeguard.OtherSafeguard { Description: var description, Copy: var copy } =>
            $"Dit beschermt de gegevens: {Fragment(description)}. Zo krijg je een kopie: {Fragment(copy)}.",
        TransferSafeguard.Derogation { Ground: var ground } => Explanation(ground),
        TransferSafeguard.CompellingInterest { Interest: var interest, Safeguards: var safeguards } =>
            $"Dit gebeurt eenmalig en voor een dwingend belang: {Fragment(interest)}. Dit beschermt de gegevens: {Fragment(safeguards)}.",
        _ => throw new ArgumentOutOfRangeException(nameof(safeguard)),
    };

    /// <inheritdoc/>
    protected override string Destination(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return transfer.Country is { } country
            ? $"Gegevens gaan naar {country.NameInSentence(Language.Dutch)}, buiten de Europese Economische Ruimte."
            : $"Gegevens gaan naar {transfer.Organisation}, een internationale organisatie.";
    }

    private static string Explanation(TransferDerogation derogation) => derogation switch
    {
        TransferDerogation.ExplicitConsent => "Dit gebeurt alleen als je daar uitdrukkelijk toestemming voor geeft, nadat wij je over de risico’s hebben verteld.",
        TransferDerogation.ContractWithThePerson => "Dit is nodig voor een overeenkomst met jou.",
        TransferDerogation.ContractInThePersonsInterest => "Dit is nodig voor een overeenkomst die wij in jouw belang met een ander sluiten.",
        TransferDerogation.PublicInterest => "Dit is nodig om gewichtige redenen van algemeen belang.",
        TransferDerogation.LegalClaims => "Dit is nodig voor een rechtszaak of een ander juridisch geschil.",
        TransferDerogation.VitalInterests => "Dit is nodig om iemands leven of gezondheid te beschermen als die persoon zelf geen toestemming kan geven.",
        TransferDerogation.PublicRegister => "De gegevens komen uit een openbaar register.",
        _ => "Er is niet vastgelegd waarom dit mag.",
    };
}
