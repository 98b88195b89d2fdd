namespace GdprKit;

public abstract partial class DutchRegisterWording
{
    /// <inheritdoc/>
    public override string Name(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "toestemming",
        LawfulBasis.Contract => "overeenkomst",
        LawfulBasis.LegalObligation => "wettelijke verplichting",
        LawfulBasis.VitalInterest => "vitaal belang",
        LawfulBasis.PublicTask => "taak van algemeen belang",
        LawfulBasis.LegitimateInterest => "gerechtvaardigd belang",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    /// <inheritdoc/>
    public override string Explanation(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "Wij doen dit alleen als je ons daarvoor toestemming geeft.",
        LawfulBasis.Contract => "Dit is nodig voor een overeenkomst met jou, of om die op jouw verzoek voor te bereiden.",
        LawfulBasis.LegalObligation { Law: var law } => $"De wet verplicht ons hiertoe{InParentheses(law)}.",
        LawfulBasis.VitalInterest => "Dit is nodig om iemands leven of gezondheid te beschermen.",
        LawfulBasis.PublicTask { Law: var law } => $"Dit hoort bij een taak van algemeen belang die de wet ons geeft{InParentheses(law)}.",
        // That interests were weighed is said only where the register says where that is written down.
        LawfulBasis.LegitimateInterest { Interest: var interest, BalancingTest: var test } =>
            $"Ons belang is om {Fragment(interest)}.{(test is null ? "" : " Wij hebben dat belang afgewogen tegen jouw belangen.")}",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    /// <inheritdoc/>
    public override string Name(SpecialCategoryGround ground) => ground switch
    {
        SpecialCategoryGround.ExplicitConsent => "uitdrukkelijke toestemming",
        SpecialCategoryGround.EmploymentAndSocialSecurity => "arbeidsrecht en sociale zekerheid",
        SpecialCategoryGround.VitalInterests => "vitale belangen",
        SpecialCategoryGround.NonProfitBody => "leden van een organisatie zonder winstoogmerk",
        SpecialCategoryGround.ManifestlyMadePublic => "door de persoon zelf openbaar gemaakt",
        SpecialCategoryGround.LegalClaims => "rechtsvordering",
        SpecialCategoryGround.SubstantialPublicInterest => "zwaarwegend algemeen belang",
        SpecialCategoryGround.HealthCare => "gezondheidszorg",
        SpecialCategoryGround.PublicHealth => "volksgezondheid",
        SpecialCategoryGround.ArchivingAndResearch => "archief, onderzoek en statistiek",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Explanation(SpecialCategoryCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var law = InParentheses(condition.Law);
        return condition.Ground switch
        {
            SpecialCategoryGround.ExplicitConsent => "Wij doen dit alleen als je daar uitdrukkelijk toestemming voor geeft.",
            SpecialCategoryGround.EmploymentAndSocialSecurity => $"Dit is nodig door regels over werk, sociale zekerheid of sociale bescherming{law}.",
            SpecialCategoryGround.VitalInterests => "Dit is nodig om iemands leven of gezondheid te beschermen als die persoon zelf geen toestemming kan geven.",
            SpecialCategoryGround.NonProfitBody => "Je bent of was lid van onze organisatie, of hebt regelmatig contact met ons. Wij geven de gegevens zonder jouw toestemming niet aan anderen.",
            SpecialCategoryGround.ManifestlyMadePublic => "Je hebt deze gegevens zelf openbaar gemaakt.",
            SpecialCategoryGround.LegalClaims => "Dit is nodig voor een rechtszaak of een ander juridisch geschil.",
            SpecialCategoryGround.SubstantialPublicInterest => $"Dit is nodig voor een zwaarwegend algemeen belang dat in de wet staat{law}.",
            SpecialCategoryGround.HealthCare => $"Dit is nodig voor zorg, behandeling of de zorg voor gezondheid op het werk{law}.",
            SpecialCategoryGround.PublicHealth => $"Dit is nodig om de gezondheid van iedereen te beschermen{law}.",
            SpecialCategoryGround.ArchivingAndResearch => $"Dit is nodig voor een archief, onderzoek of statistiek{law}.",
            _ => "Er is niet vastgelegd waarom dit mag.",
        };
    }

    /// <inheritdoc/>
    public override string Name(MarketingChannel channel) => channel switch
    {
        MarketingChannel.Email => "e-mail",
        MarketingChannel.TextMessage => "sms en berichtendiensten",
        MarketingChannel.Phone => "telefoon",
        MarketingChannel.Post => "post",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Name(ProvisionRequirement requirement) => requirement switch
    {
        ProvisionRequirement.Voluntary => "vrijwillig",
        ProvisionRequirement.NeededForContract => "nodig voor de overeenkomst",
        ProvisionRequirement.Contractual => "verplicht volgens de overeenkomst",
        ProvisionRequirement.NeededForLegalObligation => "nodig voor een wettelijke plicht van ons",
        ProvisionRequirement.Statutory => "verplicht volgens de wet",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Explanation(DataSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var publicly = source.IsPubliclyAccessible ? " Die bron is openbaar: iedereen kan de gegevens daar vinden." : "";
        return $"Wij krijgen gegevens over je van {Fragment(source.Name)}.{publicly}";
    }

    /// <inheritdoc/>
    protected override string Explanation(ProvisionRequirement requirement) => requirement switch
    {
        ProvisionRequirement.Voluntary => "Je hoeft deze gegevens niet te geven.",
        ProvisionRequirement.NeededForContract => "Deze gegevens zijn nodig voor de overeenkomst met jou.",
        ProvisionRequirement.Contractual => "Volgens de overeenkomst moet je deze gegevens geven.",
        ProvisionRequirement.NeededForLegalObligation => "Wij hebben deze gegevens nodig om ons aan de wet te houden.",
        ProvisionRequirement.Statutory => "De wet verplicht je om deze gegevens te geven.",
        _ => "Er is niet vastgelegd of je deze gegevens moet geven.",
    };

    /// <inheritdoc/>
    protected override string Consequence(ProvisionRequirement requirement) => requirement switch
    {
        ProvisionRequirement.Voluntary => "Geef je ze niet, dan kunnen wij dit niet voor je doen.",
        ProvisionRequirement.NeededForContract => "Geef je ze niet, dan kunnen wij die overeenkomst niet sluiten of uitvoeren.",
        ProvisionRequirement.Contractual => "Geef je ze niet, dan houd je je niet aan de overeenkomst.",
        ProvisionRequirement.NeededForLegalObligation => "Geef je ze niet, dan kunnen wij je misschien niet helpen.",
        ProvisionRequirement.Statutory => "Geef je ze niet, dan houd je je niet aan de wet en kunnen wij je misschien niet helpen.",
        _ => "Er is niet vastgelegd wat er gebeurt als je ze niet geeft.",
    };
}
