namespace GdprKit.Register;

/// <summary>A decision taken by a machine alone.</summary>
internal static class AutomatedDecisionJson
{
    public static AutomatedDecision Read(JsonObjectReader from)
    {
        from.Require("logic", "consequences", "review");
        return new AutomatedDecision(
            from.Localized("logic") ?? LocalizedText.Empty,
            from.Localized("consequences") ?? LocalizedText.Empty,
            from.Localized("review") ?? LocalizedText.Empty);
    }

    public static void Write(JsonObjectWriter to, AutomatedDecision decision)
    {
        to.Localized("logic", decision.Logic);
        to.Localized("consequences", decision.Consequences);
        to.Localized("review", decision.Review);
    }
}
