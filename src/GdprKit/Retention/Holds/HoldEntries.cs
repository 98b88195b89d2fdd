using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>What is recorded about holds.</summary>
internal static class HoldEntries
{
    /// <summary>The name in the details of what a hold is about.</summary>
    public const string Matter = "case";

    /// <summary>The name in the details of why a hold was prolonged or lifted.</summary>
    public const string Reason = "reason";

    public static EntryType<HoldPlaced> Placed { get; } = new("hold.placed/1", static () => HoldsJson.Default.HoldPlaced);

    public static EntryType<HoldProlonged> Prolonged { get; } = new("hold.prolonged/1", static () => HoldsJson.Default.HoldProlonged);

    public static EntryType<HoldLifted> Lifted { get; } = new("hold.lifted/1", static () => HoldsJson.Default.HoldLifted);
}
