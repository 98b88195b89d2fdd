using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>What is recorded about restrictions.</summary>
internal static class RestrictionEntries
{
    public static EntryType<RestrictionPlaced> Placed { get; } = new("restriction.placed/1", static () => DecisionsJson.Default.RestrictionPlaced);

    public static EntryType<RestrictionLifted> Lifted { get; } = new("restriction.lifted/1", static () => DecisionsJson.Default.RestrictionLifted);
}
