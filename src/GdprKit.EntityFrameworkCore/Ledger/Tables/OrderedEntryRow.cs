namespace GdprKit.EntityFrameworkCore;

/// <summary>The position of an entry in the order of the ledger, in <c>gdpr_order</c>; for queries and migrations. Only the store writes it.</summary>
public sealed class OrderedEntryRow
{
    /// <summary>The position, from 0.</summary>
    public long Position { get; init; }

    /// <summary>The id of the entry, 16 bytes.</summary>
    public byte[] EntryId { get; init; } = [];

    /// <summary>The hash of the entry, 32 bytes: what the leaf of the tree is made of.</summary>
    public byte[] Hash { get; init; } = [];
}
