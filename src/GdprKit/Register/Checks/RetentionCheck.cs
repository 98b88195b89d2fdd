namespace GdprKit;

/// <summary>Every retention rule says when its period ends, on whose authority, and about which data of its activity.</summary>
internal static class RetentionCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        var declared = register.Categories.Select(category => category.Key).ToHashSet();
        return DeclaredRule.AllOf(register).SelectMany(rule => Term(rule).Concat(Rule(rule)).Concat(Categories(rule, declared)));
    }

    private static IEnumerable<RegisterFault> Term(DeclaredRule declared) =>
    [
        .. declared.Rule.Term switch
        {
            null => [RegisterFaults.RetentionTermMissing(declared.TermPath)],
            RetentionTerm.LatestOf { Terms.Count: < 2 } => [RegisterFaults.TooFewEnds(declared.TermPath)],
            RetentionTerm.UntilAge { Age: < 1 or > 150 } until => [RegisterFaults.AgeOutOfRange($"{declared.TermPath}/age", until.Age)],
            RetentionTerm.WhileConsentStands when declared.Activity.Basis is not (null or LawfulBasis.Consent) => [RegisterFaults.ConsentTermWithoutConsent(declared.TermPath)],
            RetentionTerm.Indefinitely when declared.Rule.Side is RetentionSide.MustBeGone => [RegisterFaults.EndlessDeadline($"{declared.Path}/side")],
            _ => Enumerable.Empty<RegisterFault>(),
        },
        .. declared.Ends.Where(end => end.End.Events.IsEmpty).Select(end => RegisterFaults.EventsMissing($"{end.Path}/events")),
    ];

    private static IEnumerable<RegisterFault> Rule(DeclaredRule declared)
    {
        var rule = declared.Rule;
        if (rule.Strength is RetentionStrength.Statute or RetentionStrength.Guideline && string.IsNullOrWhiteSpace(rule.Source?.Text))
        {
            yield return RegisterFaults.RetentionSourceMissing($"{declared.Path}/source", rule.Strength);
        }

        if (!rule.Effective.CanApply())
        {
            yield return RegisterFaults.NeverEffective($"{declared.Path}/effective");
        }
    }

    // An unknown category is another fault.
    private static IEnumerable<RegisterFault> Categories(DeclaredRule rule, HashSet<Key<DataCategory>> declared) => rule.Rule.Categories
        .Select((category, index) => (Category: category, Path: $"{rule.Path}/categories/{index}"))
        .Where(listed => declared.Contains(listed.Category) && !rule.Activity.Categories.Contains(listed.Category))
        .Select(listed => RegisterFaults.CategoryOutsideActivity(listed.Path, listed.Category));
}
