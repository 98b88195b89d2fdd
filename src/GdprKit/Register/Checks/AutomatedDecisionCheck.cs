namespace GdprKit;

/// <summary>A machine decides alone only where Art. 22 allows it, and high risks are assessed first (Art. 35).</summary>
internal static class AutomatedDecisionCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        var sensitive = register.Categories.Where(category => category.Sensitivity is not DataSensitivity.Ordinary).ToList();
        return register.Activities.SelectMany(activity => Find(activity, sensitive.FindAll(category => activity.Categories.Contains(category.Key))));
    }

    private static IEnumerable<RegisterFault> Find(ProcessingActivity activity, List<DataCategory> sensitive)
    {
        var path = RegisterPath.Of(activity);
        var usesSpecial = Uses(DataSensitivity.Special, sensitive);
        if (activity.AutomatedDecision is not null)
        {
            if (activity.Basis is LawfulBasis.LegitimateInterest or LawfulBasis.VitalInterest)
            {
                yield return RegisterFaults.DecisionNotAllowed($"{path}/automatedDecision");
            }

            if (usesSpecial && activity.SpecialCategoryCondition is { Ground: not (SpecialCategoryGround.ExplicitConsent or SpecialCategoryGround.SubstantialPublicInterest) })
            {
                yield return RegisterFaults.DecisionOnSpecialCategories($"{path}/automatedDecision");
            }
        }

        if (activity.ImpactAssessment is null && Risk(activity, usesSpecial, sensitive) is { } risk)
        {
            yield return RegisterFaults.ImpactAssessmentMissing($"{path}/impactAssessment", risk);
        }
    }

    private static string? Risk(ProcessingActivity activity, bool usesSpecial, List<DataCategory> sensitive) =>
        activity.AutomatedDecision is not null ? "lets a machine decide alone"
        : usesSpecial ? "uses special categories"
        : Uses(DataSensitivity.CriminalOffence, sensitive) ? "uses data about criminal convictions and offences"
        : null;

    private static bool Uses(DataSensitivity sensitivity, List<DataCategory> sensitive) => sensitive.Exists(category => category.Sensitivity == sensitivity);
}
