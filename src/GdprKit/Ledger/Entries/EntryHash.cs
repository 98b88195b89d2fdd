namespace GdprKit.Ledger;

/// <summary>What is left of every entry for ever.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="Hash">Its hash.</param>
public readonly record struct EntryHash(EntryId Id, Digest Hash);
