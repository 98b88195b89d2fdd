using System.Text.Json.Serialization;

namespace GdprKit.Ledger;

/// <summary>Something that came of a replay, or would come of it.</summary>
/// <remarks>Immutable, and compared by value. It names nobody. Safe for use by several threads.</remarks>
/// <param name="Kind">What.</param>
/// <param name="Count">How often.</param>
/// <param name="Ids">Of which orders, requests or runs, where somebody has to look at them; the first hundred.</param>
public sealed record RestoreFinding(RestoreFindingKind Kind, long Count, ValueList<EntryId> Ids)
{
    /// <summary>How many ids a finding names: 100.</summary>
    public const int MostIds = 100;

    /// <summary>Whether somebody has to do something.</summary>
    [JsonIgnore]
    public bool NeedsAttention => Kind is RestoreFindingKind.EntriesUnread or RestoreFindingKind.InboxLeft or RestoreFindingKind.ErasureUncertain
        or RestoreFindingKind.ErasureProtected or RestoreFindingKind.ErasureUnfindable or RestoreFindingKind.PeopleUnknown or RestoreFindingKind.RunToApprove
        or RestoreFindingKind.RunHeldBack or RestoreFindingKind.RectificationToRedo;

    /// <summary>Counts findings of a kind.</summary>
    internal static RestoreFinding Of(RestoreFindingKind kind, IReadOnlyCollection<EntryId> ids) => new(kind, ids.Count, ids.Take(MostIds).ToValueList());
}
