namespace GdprKit;

/// <summary>For what data may be used although their processing is restricted (Art. 18(2)).</summary>
public enum RestrictionExemption
{
    /// <summary>Nothing was said; exempts nothing.</summary>
    Unspecified = 0,

    /// <summary>The person consents to this use.</summary>
    SubjectConsent,

    /// <summary>To establish, exercise or defend legal claims.</summary>
    LegalClaims,

    /// <summary>To protect the rights of another natural or legal person.</summary>
    RightsOfAnother,

    /// <summary>For reasons of important public interest of the Union or of a member state.</summary>
    PublicInterest,
}
