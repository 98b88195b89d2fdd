namespace GdprKit;

/// <summary>A machine decides alone only where Art. 22 allows it, and high risks are assessed first (Art. 35).</summary>
internal static class AutomatedDecisionCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        var sensitivity = register.Categories.ToLookup(category => category.Key, category => category.Sensitivity);
        return register.Activities.SelectMany(activity => Find(activity, [.. activity.Categories.SelectMany(category => sensitivity[category])]));
    }

    private static IEnumerable<RegisterFault> Find(ProcessingActivity activity, IReadOnlyCollection<DataSensitivity> sensitivity)
    {
        var path = RegisterPath.Of(activity);
        var usesSpecial = sensitivity.Contains(DataSensitivity.Special);
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

        if (activity.ImpactAssessment is null && Risk(activity, usesSpecial, sensitivity) is { } risk)
        {
            yield return RegisterFaults.ImpactAssessmentMissing($"{path}/impactAssessment", risk);
        }
    }

    private static string? Risk(ProcessingActivity activity, bool usesSpecial, IReadOnlyCollection<DataSensitivity> sensitivity) =>
        activity.AutomatedDecision is not null ? "lets a machine decide alone"
        : usesSpecial ? "uses special categories"
        : sensitivity.Contains(DataSensitivity.CriminalOffence) ? "uses data about criminal convictions and offences"
        : null;
}
