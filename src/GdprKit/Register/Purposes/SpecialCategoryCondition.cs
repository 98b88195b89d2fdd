namespace GdprKit;

/// <summary>Why special categories may be processed although Art. 9(1) forbids it, beside the lawful basis.</summary>
/// <param name="Ground">The exception of Art. 9(2).</param>
/// <param name="Law">The law that the exception rests on; required for (b), (g), (h), (i) and (j), else <see langword="null"/>.</param>
public sealed record SpecialCategoryCondition(SpecialCategoryGround Ground, Citation? Law = null)
{
    /// <summary>The point of the Regulation: <c>9(2)(a)</c> to <c>9(2)(j)</c>; <c>9(2)</c> when nothing was said.</summary>
    public string Article => Ground is SpecialCategoryGround.Unspecified
        ? "9(2)"
        : $"9(2)({(char)('a' + (int)Ground - 1)})";

    /// <summary>Whether the exception exists only where a law provides for it.</summary>
    public bool NeedsLaw => Ground is SpecialCategoryGround.EmploymentAndSocialSecurity
        or SpecialCategoryGround.SubstantialPublicInterest
        or SpecialCategoryGround.HealthCare
        or SpecialCategoryGround.PublicHealth
        or SpecialCategoryGround.ArchivingAndResearch;
}
