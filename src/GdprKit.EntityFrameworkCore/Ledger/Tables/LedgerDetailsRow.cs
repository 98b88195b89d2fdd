namespace GdprKit.EntityFrameworkCore;

/// <summary>The details of an entry, as they are stored in <c>gdpr_entry_details</c> until they are forgotten; for migrations.</summary>
public sealed class LedgerDetailsRow
{
    /// <summary>The id of the entry, 16 bytes.</summary>
    public byte[] EntryId { get; init; } = [];

    /// <summary>The salt of the commitment to them, 16 bytes.</summary>
    public byte[] Salt { get; init; } = [];

    /// <summary>The texts as canonical JSON in UTF-8.</summary>
    public byte[] Texts { get; init; } = [];
}
