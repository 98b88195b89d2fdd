using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>What is recorded about erasures.</summary>
internal static class ErasureEntries
{
    /// <summary>The name in the details of what somebody noted.</summary>
    public const string Note = "note";

    public static EntryType<ErasureOrdered> Ordered { get; } = new("erasure.ordered/1", static () => ErasureJson.Default.ErasureOrdered);

    public static EntryType<ErasureRowsGone> RowsGone { get; } = new("erasure.rows-gone/1", static () => ErasureJson.Default.ErasureRowsGone);

    public static EntryType<ErasurePlaceAnswered> PlaceAnswered { get; } = new("erasure.answered/1", static () => ErasureJson.Default.ErasurePlaceAnswered);

    public static EntryType<ErasurePlacePostponed> PlacePostponed { get; } = new("erasure.postponed/1", static () => ErasureJson.Default.ErasurePlacePostponed);

    public static EntryType<ErasureStep> PersonTold { get; } = new("erasure.told/1", static () => ErasureJson.Default.ErasureStep);

    public static EntryType<ErasureStep> Completed { get; } = new("erasure.completed/1", static () => ErasureJson.Default.ErasureStep);

    public static EntryType<ErasureStep> Ended { get; } = new("erasure.ended/1", static () => ErasureJson.Default.ErasureStep);

    public static EntryType<ErasureRepeated> Repeated { get; } = new("erasure.repeated/1", static () => ErasureJson.Default.ErasureRepeated);
}
