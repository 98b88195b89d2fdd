namespace GdprKit.EntityFrameworkCore;

/// <summary>An entry that has no position in the order of the ledger yet, in <c>gdpr_unordered_entry</c>; for migrations.</summary>
public sealed class UnorderedEntryRow
{
    /// <summary>A number that the database gives, so that entries of one stream are found in the order of their versions. It can be given again when the row is gone.</summary>
    public long Number { get; init; }

    /// <summary>The id of the entry, 16 bytes.</summary>
    public byte[] EntryId { get; init; } = [];
}
