namespace GdprKit.EntityFrameworkCore;

/// <summary>What is left of an entry that was kept long enough, in <c>gdpr_expired_entry</c>; for migrations.</summary>
public sealed class ExpiredEntryRow
{
    /// <summary>The id of the entry, 16 bytes.</summary>
    public byte[] EntryId { get; init; } = [];

    /// <summary>Its hash, 32 bytes.</summary>
    public byte[] Hash { get; init; } = [];
}
