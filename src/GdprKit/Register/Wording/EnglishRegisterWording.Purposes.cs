namespace GdprKit;

public abstract partial class EnglishRegisterWording
{
    /// <inheritdoc/>
    public override string Name(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "consent",
        LawfulBasis.Contract => "contract",
        LawfulBasis.LegalObligation => "legal obligation",
        LawfulBasis.VitalInterest => "vital interest",
        LawfulBasis.PublicTask => "task in the public interest",
        LawfulBasis.LegitimateInterest => "legitimate interest",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    /// <inheritdoc/>
    public override string Explanation(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "We do this only if you give us your consent.",
        LawfulBasis.Contract => "This is needed for a contract with you, or to prepare one because you asked for it.",
        LawfulBasis.LegalObligation { Law: var law } => $"The law obliges us to do this{InParentheses(law)}.",
        LawfulBasis.VitalInterest => "This is needed to protect somebody’s life or health.",
        LawfulBasis.PublicTask { Law: var law } => $"This belongs to a task in the public interest that the law gives us{InParentheses(law)}.",
        // That interests were weighed is said only where the register says where that is written down.
        LawfulBasis.LegitimateInterest { Interest: var interest, BalancingTest: var test } =>
            $"Our interest is {Fragment(interest)}.{(test is null ? "" : " We have weighed that interest against yours.")}",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    /// <inheritdoc/>
    public override string Name(SpecialCategoryGround ground) => ground switch
    {
        SpecialCategoryGround.ExplicitConsent => "explicit consent",
        SpecialCategoryGround.EmploymentAndSocialSecurity => "employment and social security law",
        SpecialCategoryGround.VitalInterests => "vital interests",
        SpecialCategoryGround.NonProfitBody => "members of a non-profit body",
        SpecialCategoryGround.ManifestlyMadePublic => "made public by the person",
        SpecialCategoryGround.LegalClaims => "legal claims",
        SpecialCategoryGround.SubstantialPublicInterest => "substantial public interest",
        SpecialCategoryGround.HealthCare => "health care",
        SpecialCategoryGround.PublicHealth => "public health",
        SpecialCategoryGround.ArchivingAndResearch => "archiving, research and statistics",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Explanation(SpecialCategoryCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var law = InParentheses(condition.Law);
        return condition.Ground switch
        {
            SpecialCategoryGround.ExplicitConsent => "We do this only if you explicitly consent to it.",
            SpecialCategoryGround.EmploymentAndSocialSecurity => $"This is needed because of rules on work, social security or social protection{law}.",
            SpecialCategoryGround.VitalInterests => "This is needed to protect the life or health of somebody who cannot consent.",
            SpecialCategoryGround.NonProfitBody => "You are or were a member of our organisation, or are in regular contact with us. We do not give the data to others without your consent.",
            SpecialCategoryGround.ManifestlyMadePublic => "You made these data public yourself.",
            SpecialCategoryGround.LegalClaims => "This is needed for a court case or another legal dispute.",
            SpecialCategoryGround.SubstantialPublicInterest => $"This is needed for a substantial public interest that the law names{law}.",
            SpecialCategoryGround.HealthCare => $"This is needed for care, treatment or health at work{law}.",
            SpecialCategoryGround.PublicHealth => $"This is needed to protect the health of everybody{law}.",
            SpecialCategoryGround.ArchivingAndResearch => $"This is needed for an archive, research or statistics{law}.",
            _ => "It was not declared why this is allowed.",
        };
    }

    /// <inheritdoc/>
    public override string Name(MarketingChannel channel) => channel switch
    {
        MarketingChannel.Email => "e-mail",
        MarketingChannel.TextMessage => "text and messaging services",
        MarketingChannel.Phone => "phone",
        MarketingChannel.Post => "post",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Name(ProvisionRequirement requirement) => requirement switch
    {
        ProvisionRequirement.Voluntary => "voluntary",
        ProvisionRequirement.NeededForContract => "needed for the contract",
        ProvisionRequirement.Contractual => "required by the contract",
        ProvisionRequirement.NeededForLegalObligation => "needed for a legal duty of ours",
        ProvisionRequirement.Statutory => "required by law",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Explanation(DataSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var publicly = source.IsPubliclyAccessible ? " That source is public: everybody can find the data there." : "";
        return $"We get data about you from {Fragment(source.Name)}.{publicly}";
    }

    /// <inheritdoc/>
    protected override string Explanation(ProvisionRequirement requirement) => requirement switch
    {
        ProvisionRequirement.Voluntary => "You do not have to give these data.",
        ProvisionRequirement.NeededForContract => "These data are needed for the contract with you.",
        ProvisionRequirement.Contractual => "Under the contract you must give these data.",
        ProvisionRequirement.NeededForLegalObligation => "We need these data to comply with the law.",
        ProvisionRequirement.Statutory => "The law obliges you to give these data.",
        _ => "It was not declared whether you must give these data.",
    };

    /// <inheritdoc/>
    protected override string Consequence(ProvisionRequirement requirement) => requirement switch
    {
        ProvisionRequirement.Voluntary => "If you do not give them, we cannot do this for you.",
        ProvisionRequirement.NeededForContract => "If you do not give them, we cannot enter into that contract or carry it out.",
        ProvisionRequirement.Contractual => "If you do not give them, you do not keep to the contract.",
        ProvisionRequirement.NeededForLegalObligation => "If you do not give them, we may not be able to help you.",
        ProvisionRequirement.Statutory => "If you do not give them, you do not keep to the law and we may not be able to help you.",
        _ => "It was not declared what happens if you do not give them.",
    };
}
