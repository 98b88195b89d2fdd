namespace GdprKit;

/// <summary>Every activity is about somebody's data, for a purpose that is lawful.</summary>
internal static class BasisCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => register.Activities.SelectMany(Find);

    private static IEnumerable<RegisterFault> Find(ProcessingActivity activity)
    {
        var path = RegisterPath.Of(activity);
        if (activity.People.IsEmpty)
        {
            yield return RegisterFaults.NothingListed($"{path}/people", "kind of people", "About(people)");
        }

        if (activity.Categories.IsEmpty)
        {
            yield return RegisterFaults.NothingListed($"{path}/categories", "category of data", "Uses(categories)");
        }

        foreach (var fault in Basis(activity, $"{path}/basis"))
        {
            yield return fault;
        }

        // A requirement that was not specified is another fault.
        if (activity is { Basis: LawfulBasis.Consent, Provision.Requirement: not (ProvisionRequirement.Voluntary or ProvisionRequirement.Unspecified) })
        {
            yield return RegisterFaults.ConsentNotFree($"{path}/provision/requirement");
        }
    }

    private static IEnumerable<RegisterFault> Basis(ProcessingActivity activity, string path) => activity.Basis switch
    {
        null => [RegisterFaults.BasisMissing(path)],
        LawfulBasis.LegalObligation { Law: var law } when IsMissing(law) => [RegisterFaults.BasisLawMissing($"{path}/law", "legal obligation", "OnLegalObligation(law)")],
        LawfulBasis.PublicTask { Law: var law } when IsMissing(law) => [RegisterFaults.BasisLawMissing($"{path}/law", "public task", "OnPublicTask(law)")],
        LawfulBasis.LegitimateInterest { BalancingTest: null } => [RegisterFaults.BalancingTestMissing($"{path}/balancingTest")],
        _ => [],
    };

    private static bool IsMissing(Citation? law) => string.IsNullOrWhiteSpace(law?.Text);
}
