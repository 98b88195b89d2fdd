using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>What is recorded about people whose addresses were looked up in the suppression list.</summary>
internal static class PersonSuppressionEntries
{
    public static EntryType<SuppressionFound> Found { get; } = new("person-suppression.found/1", static () => DecisionsJson.Default.SuppressionFound);

    public static EntryType<SuppressionLifted> Lifted { get; } = new("person-suppression.lifted/1", static () => DecisionsJson.Default.SuppressionLifted);
}
