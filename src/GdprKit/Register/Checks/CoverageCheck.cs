using NodaTime;

namespace GdprKit;

/// <summary>For every category of every activity a rule says how long it is kept, at any time, in the archive too.</summary>
internal static class CoverageCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        var financialYearEnd = register.Controller?.FinancialYearEnd ?? DataController.DefaultFinancialYearEnd;
        return register.Activities.SelectMany(activity => activity.Categories.Distinct().SelectMany(category =>
        {
            DeclaredRule[] rules = [.. activity.Retention.Select(rule => new DeclaredRule(activity, rule)).Where(rule => rule.Covers(category))];
            return Coverage($"{RegisterPath.Of(activity)}/retention", category, rules)
                .Concat(rules.Where(rule => LeavesInArchive(rule, rules, financialYearEnd)).Select(rule => RegisterFaults.ArchiveWithoutEnd($"{rule.Path}/then", category)));
        }));
    }

    private static IEnumerable<RegisterFault> Coverage(string path, Key<DataCategory> category, DeclaredRule[] rules) => rules.Length == 0
        ? [RegisterFaults.RetentionMissing(path, category)]
        : Array.TrueForAll(rules, rule => rule.Rule.Effective.CanApply())
            ? EffectiveDays.GapsBetween(Array.ConvertAll(rules, rule => rule.Rule.Effective)).Select(gap => RegisterFaults.RetentionGap(path, category, gap))
            : [];

    private static bool LeavesInArchive(DeclaredRule archives, DeclaredRule[] rules, AnnualDate financialYearEnd) =>
        archives.Rule is { Then: DisposalAction.Archive, Term: not (null or RetentionTerm.Indefinitely) }
        && !Array.Exists(rules, rule => rule.Rule.Then is not DisposalAction.Archive && CanEndLater(rule.Rule.Term, archives.Rule.Term, financialYearEnd));

    private static bool CanEndLater(RetentionTerm? term, RetentionTerm than, AnnualDate financialYearEnd) =>
        ComparableEnds.Of(term, than, financialYearEnd) is not { } ends || ends.Any(end => end.First > end.Second);
}
