namespace GdprKit.Register;

/// <summary>A written choice between two laws that contradict each other.</summary>
internal static class RuleConflictChoiceJson
{
    public static RuleConflictChoice Read(JsonObjectReader from)
    {
        from.Require("prevails", "yields", "reason");
        return new RuleConflictChoice(
            from.Key<RetentionRule>("prevails"),
            from.Key<RetentionRule>("yields"),
            from.Localized("reason") ?? LocalizedText.Empty);
    }

    public static void Write(JsonObjectWriter to, RuleConflictChoice choice)
    {
        to.Key<RetentionRule>("prevails", choice.Prevails);
        to.Key<RetentionRule>("yields", choice.Yields);
        to.Localized("reason", choice.Reason);
    }
}
