using System.Text.RegularExpressions;

namespace GdprKit.Decisions;

/// <summary>The exceptions of Art. 9(2), by their point, <c>9(2)(a)</c> or <c>A9-2-a</c>, or by the words in which the article is known.</summary>
internal static partial class SpecialConditions
{
    private static readonly Dictionary<string, SpecialCategoryGround> Words = new()
    {
        ["explicitConsent"] = SpecialCategoryGround.ExplicitConsent,
        ["employment"] = SpecialCategoryGround.EmploymentAndSocialSecurity,
        ["employmentAndSocialSecurity"] = SpecialCategoryGround.EmploymentAndSocialSecurity,
        ["employmentLaw"] = SpecialCategoryGround.EmploymentAndSocialSecurity,
        ["socialSecurity"] = SpecialCategoryGround.EmploymentAndSocialSecurity,
        ["vitalInterest"] = SpecialCategoryGround.VitalInterests,
        ["vitalInterests"] = SpecialCategoryGround.VitalInterests,
        ["nonProfitBody"] = SpecialCategoryGround.NonProfitBody,
        ["nonProfit"] = SpecialCategoryGround.NonProfitBody,
        ["notForProfit"] = SpecialCategoryGround.NonProfitBody,
        ["legitimateActivities"] = SpecialCategoryGround.NonProfitBody,
        ["manifestlyMadePublic"] = SpecialCategoryGround.ManifestlyMadePublic,
        ["madePublic"] = SpecialCategoryGround.ManifestlyMadePublic,
        ["legalClaims"] = SpecialCategoryGround.LegalClaims,
        ["substantialPublicInterest"] = SpecialCategoryGround.SubstantialPublicInterest,
        ["healthCare"] = SpecialCategoryGround.HealthCare,
        ["healthcare"] = SpecialCategoryGround.HealthCare,
        ["medicine"] = SpecialCategoryGround.HealthCare,
        ["publicHealth"] = SpecialCategoryGround.PublicHealth,
        ["archivingAndResearch"] = SpecialCategoryGround.ArchivingAndResearch,
        ["archiving"] = SpecialCategoryGround.ArchivingAndResearch,
        ["research"] = SpecialCategoryGround.ArchivingAndResearch,
    };

    public static SpecialCategoryGround Read(string condition) =>
        Words.TryGetValue(condition, out var ground) ? ground
        : Point().Match(condition) is { Success: true } match ? (SpecialCategoryGround)(match.Groups["point"].Value[0] - 'a' + 1)
        : throw new NotSupportedException($"Art. 9(2) has no '{condition}'.");

    [GeneratedRegex(@"^(?:(?:Art\. ?)?9\(2\)\((?<point>[a-j])\)|A9-2-(?<point>[a-j])|(?<point>[a-j]))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Point();
}
