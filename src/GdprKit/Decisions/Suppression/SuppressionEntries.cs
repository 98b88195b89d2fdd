using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>What is recorded about addresses.</summary>
internal static class SuppressionEntries
{
    public static EntryType<AddressListed> Listed { get; } = new("suppression.listed/1", static () => DecisionsJson.Default.AddressListed);

    public static EntryType<AddressRemoved> Removed { get; } = new("suppression.removed/1", static () => DecisionsJson.Default.AddressRemoved);

    public static EntryType<KeyUsed> KeyUsed { get; } = new("suppression-keys.used/1", static () => DecisionsJson.Default.KeyUsed);
}
