using NodaTime;

namespace GdprKit;

/// <summary>Two laws do not contradict each other about the same data of the same people, unless the controller chose between them.</summary>
/// <remarks>
/// Only laws bind so hard that nobody but the controller can choose; among the rest the stricter demand to keep goes before.
/// A law that ends use and puts data into the archive does not forbid keeping them.
/// </remarks>
internal static class ConflictCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        var conflicts = Conflicts(register).ToList();
        var chosen = register.ConflictChoices.Select(choice => (choice.Prevails, choice.Yields)).ToHashSet();
        return
        [
            .. conflicts
                .Where(conflict => !chosen.Contains(conflict.Keys) && !chosen.Contains(Reverse(conflict.Keys)))
                .Select(conflict => RegisterFaults.RulesConflict(conflict.Forbids.Path, conflict.Forbids.Rule, conflict.Demands.Rule, conflict.Shared)),
            .. Choices(register, [.. conflicts.Select(conflict => conflict.Keys)]),
        ];
    }

    private static IEnumerable<RegisterFault> Choices(RegisterDeclarations register, HashSet<(Key<RetentionRule>, Key<RetentionRule>)> conflicts)
    {
        var rules = DeclaredRule.AllOf(register).Select(declared => declared.Rule.Key).ToHashSet();
        var chosen = new HashSet<(Key<RetentionRule>, Key<RetentionRule>)>();
        for (var index = 0; index < register.ConflictChoices.Count; index++)
        {
            var choice = register.ConflictChoices[index];
            var keys = (choice.Prevails, choice.Yields);
            if (!rules.Contains(choice.Prevails) || !rules.Contains(choice.Yields))
            {
                continue;
            }

            if (!conflicts.Contains(keys) && !conflicts.Contains(Reverse(keys)))
            {
                yield return RegisterFaults.ChoiceNeedless($"/conflictChoices/{index}", choice);
            }
            else if (chosen.Contains(Reverse(keys)))
            {
                yield return RegisterFaults.ChoiceContradictory($"/conflictChoices/{index}", choice);
            }

            chosen.Add(keys);
        }
    }

    private static IEnumerable<Conflict> Conflicts(RegisterDeclarations register)
    {
        var financialYearEnd = register.Controller?.FinancialYearEnd ?? DataController.DefaultFinancialYearEnd;
        DeclaredRule[] statutes = [.. DeclaredRule.AllOf(register).Where(declared => declared.Rule is { Strength: RetentionStrength.Statute, Term: not null })];
        return
            from forbids in statutes
            where forbids.Rule is { Side: RetentionSide.MustBeGone, Then: not DisposalAction.Archive }
            from demands in statutes
            where demands.Rule.Side is RetentionSide.MustKeep or RetentionSide.Both
            where forbids.Rule.Effective.Overlaps(demands.Rule.Effective)
            where forbids.Activity.People.Intersect(demands.Activity.People).Any()
            let shared = forbids.Categories.Intersect(demands.Categories).Order().ToValueList()
            where !shared.IsEmpty && CanEndBefore(forbids.Rule.Term, demands.Rule.Term, financialYearEnd)
            select new Conflict(forbids, demands, shared);
    }

    private static bool CanEndBefore(RetentionTerm prohibition, RetentionTerm demand, AnnualDate financialYearEnd) =>
        ComparableEnds.Of(prohibition, demand, financialYearEnd) is not { } ends || ends.Any(end => end.First < end.Second);

    private static (Key<RetentionRule>, Key<RetentionRule>) Reverse((Key<RetentionRule> First, Key<RetentionRule> Second) keys) => (keys.Second, keys.First);

    private sealed record Conflict(DeclaredRule Forbids, DeclaredRule Demands, ValueList<Key<DataCategory>> Shared)
    {
        public (Key<RetentionRule>, Key<RetentionRule>) Keys => (Forbids.Rule.Key, Demands.Rule.Key);
    }
}
