namespace GdprKit;

/// <summary>Data that the law protects beyond the ordinary are used only as it allows (Art. 9, 10 and 87).</summary>
internal static class SensitivityCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        var special = register.Categories
            .Where(category => category.Sensitivity is DataSensitivity.Special)
            .Select(category => category.Key)
            .ToHashSet();
        return register.Categories.SelectMany(Law)
            .Concat(register.Activities.SelectMany(activity => Condition(activity, [.. activity.Categories.Where(special.Contains).Distinct()])));
    }

    private static IEnumerable<RegisterFault> Law(DataCategory category)
    {
        if (!string.IsNullOrWhiteSpace(category.Law?.Text))
        {
            yield break;
        }

        if (category.Sensitivity is DataSensitivity.NationalNumber)
        {
            yield return RegisterFaults.NationalNumberLawMissing($"{RegisterPath.Of(category)}/law");
        }
        else if (category.Sensitivity is DataSensitivity.CriminalOffence)
        {
            yield return RegisterFaults.CriminalOffenceLawMissing($"{RegisterPath.Of(category)}/law");
        }
    }

    private static IEnumerable<RegisterFault> Condition(ProcessingActivity activity, IReadOnlyCollection<Key<DataCategory>> special)
    {
        var path = $"{RegisterPath.Of(activity)}/specialCategories";
        if (activity.SpecialCategoryCondition is not { } condition)
        {
            return special.Count == 0 ? [] : [RegisterFaults.ConditionMissing(path, special)];
        }

        if (special.Count == 0)
        {
            return [RegisterFaults.ConditionNeedless(path)];
        }

        if (condition.NeedsLaw && string.IsNullOrWhiteSpace(condition.Law?.Text))
        {
            return [RegisterFaults.ConditionLawMissing($"{path}/law", condition.Article)];
        }

        return condition.Ground is SpecialCategoryGround.ExplicitConsent && activity.Basis is not (null or LawfulBasis.Consent)
            ? [RegisterFaults.ExplicitConsentApart($"{path}/ground")]
            : [];
    }
}
