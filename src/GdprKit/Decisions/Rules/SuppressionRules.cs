namespace GdprKit.Decisions;

/// <summary>An address on the suppression list gets no marketing, whoever it was imported for (Art. 21(3)); an invoice it does get.</summary>
internal static class SuppressionRules
{
    public static DecisionReason? Listed(ProcessingSituation situation) =>
        situation is { IsSuppressed: true, IsDirectMarketing: true } ? DecisionReasons.Suppressed : null;
}
