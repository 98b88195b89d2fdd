namespace GdprKit;

/// <summary>The ten exceptions under which special categories may be processed (Art. 9(2)).</summary>
public enum SpecialCategoryGround
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>Explicit consent, Art. 9(2)(a).</summary>
    ExplicitConsent,

    /// <summary>Employment, social security and social protection law, Art. 9(2)(b). Rests on a law.</summary>
    EmploymentAndSocialSecurity,

    /// <summary>Vital interests of somebody who cannot consent, Art. 9(2)(c).</summary>
    VitalInterests,

    /// <summary>Members and regular contacts of a non-profit body with a political, philosophical, religious or trade-union aim, Art. 9(2)(d).</summary>
    NonProfitBody,

    /// <summary>Data that the person manifestly made public, Art. 9(2)(e).</summary>
    ManifestlyMadePublic,

    /// <summary>Legal claims, Art. 9(2)(f).</summary>
    LegalClaims,

    /// <summary>Substantial public interest, Art. 9(2)(g). Rests on a law.</summary>
    SubstantialPublicInterest,

    /// <summary>Preventive or occupational medicine, care and treatment, Art. 9(2)(h). Rests on a law or a contract with a health professional.</summary>
    HealthCare,

    /// <summary>Public health, Art. 9(2)(i). Rests on a law.</summary>
    PublicHealth,

    /// <summary>Archiving, research and statistics, Art. 9(2)(j). Rests on a law.</summary>
    ArchivingAndResearch,
}
