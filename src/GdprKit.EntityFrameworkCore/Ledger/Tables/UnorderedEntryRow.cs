namespace GdprKit.EntityFrameworkCore;

/// <summary>An entry that has no position in the order of the ledger yet, in <c>gdpr_unordered_entry</c>; for migrations.</summary>
public sealed class UnorderedEntryRow
{
    /// <summary>The id of the entry, 16 bytes.</summary>
    public byte[] EntryId { get; init; } = [];
}
