namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault RulesConflict(
        string path, RetentionRule forbids, RetentionRule demands, IEnumerable<Key<DataCategory>> categories) => new(
        path, RegisterFaultMessages.RulesConflict,
        $"The rule '{forbids.Key}'{Law(forbids)} forbids keeping {Quoted(categories)} while the rule '{demands.Key}'{Law(demands)} may still demand it.",
        "Find out which law goes before, and call Choose(prevails, over, reason) or write both in 'conflictChoices' in the register file.");

    public static RegisterFault ChoiceNeedless(string path, RuleConflictChoice choice) => Warning(
        path, RegisterFaultMessages.ChoiceNeedless,
        $"The rules '{choice.Prevails}' and '{choice.Yields}' do not contradict each other.",
        "Remove the choice.");

    public static RegisterFault ChoiceContradictory(string path, RuleConflictChoice choice) => new(
        path, RegisterFaultMessages.ChoiceContradictory,
        $"The rule '{choice.Prevails}' goes before '{choice.Yields}' here, and after it in another choice.",
        "Keep one of the choices.");

    private static string Law(RetentionRule rule) => rule.Source is { } source ? $" ({Excerpt.Of(source.Text)})" : "";
}
