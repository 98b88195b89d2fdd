namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault RetentionMissing(string path, Key<DataCategory> category) => new(
        path, RegisterFaultMessages.RetentionMissing,
        $"Nothing says how long the category '{category}' is kept (Art. 5(1)(e), 13(2)(a)).",
        "Call Keep(…), or write a rule about it in 'retention' in the register file.");

    public static RegisterFault RetentionGap(string path, Key<DataCategory> category, string when) => new(
        path, RegisterFaultMessages.RetentionGap,
        $"No rule says how long the category '{category}' is kept {when} (Art. 5(1)(e)).",
        "Let the rules about it follow each other without a gap: change Effective(…) or 'effective', or add a rule.");

    public static RegisterFault RetentionTermMissing(string path) => new(
        path, RegisterFaultMessages.RetentionTermMissing,
        "The rule does not say when the period ends (Art. 5(1)(e)).",
        "Call For(period) with After(event), or UntilLatestOf(…), UntilAge(…), WhileConsentStands() or Indefinitely(reason); in the register file write 'after', 'latestOf', 'untilAge', 'whileConsentStands' or 'indefinitely'.");

    public static RegisterFault EventsMissing(string path) => new(
        path, RegisterFaultMessages.EventsMissing,
        "The rule does not say from which event the period runs.",
        Write("After(event) or AfterEndOf…(event)", path));

    public static RegisterFault TooFewEnds(string path) => new(
        path, RegisterFaultMessages.TooFewEnds,
        "The latest of several ends needs two or more.",
        "Add an end, or use After(…) or 'after' for a single one.");

    public static RegisterFault AgeOutOfRange(string path, int age) => new(
        path, RegisterFaultMessages.AgeOutOfRange,
        $"{age} is not an age at which a period ends.",
        "Use 1 to 150 years.");

    public static RegisterFault ConsentTermWithoutConsent(string path) => new(
        path, RegisterFaultMessages.ConsentTermWithoutConsent,
        "The rule keeps data as long as consent stands, but the activity does not rest on consent.",
        "Call OnConsent() or write \"basis\": { \"type\": \"consent\" }, or let the period end otherwise.");

    public static RegisterFault EndlessDeadline(string path) => new(
        path, RegisterFaultMessages.EndlessDeadline,
        "The rule demands that data are gone at an end that never comes.",
        "Remove AtMost() or 'side', or let the period end.");

    public static RegisterFault RetentionSourceMissing(string path, RetentionStrength strength) => new(
        path, RegisterFaultMessages.RetentionSourceMissing,
        strength is RetentionStrength.Statute ? "The rule rests on a law and does not name it." : "The rule rests on a guideline and does not name it.",
        Write(strength is RetentionStrength.Statute ? "Statute(law)" : "Guideline(guideline)", path));

    public static RegisterFault NeverEffective(string path) => new(
        path, RegisterFaultMessages.NeverEffective,
        "The rule never applies: its last day lies before its first.",
        "Let 'until', the first day on which it no longer applies, lie after 'from'.");

    public static RegisterFault ArchiveWithoutEnd(string path, Key<DataCategory> category) => new(
        path, RegisterFaultMessages.ArchiveWithoutEnd,
        $"The rule archives the category '{category}', and no later rule of the activity says when it goes from the archive (Art. 5(1)(e)).",
        "Call Keep(…) for the time in the archive too, or write a second rule in 'retention' in the register file.");

    public static RegisterFault CategoryOutsideActivity(string path, Key<DataCategory> category) => new(
        path, RegisterFaultMessages.CategoryOutsideActivity,
        $"The rule is about the category '{category}', which the activity does not use.",
        "Add it to the activity with Uses(…) or 'categories', or remove it from the rule.");
}
