namespace GdprKit.Ledger;

/// <summary>An entry that was committed and has no position yet.</summary>
/// <param name="Number">By which its store finds it again; entries of one stream have rising numbers.</param>
/// <param name="Id">The id of the entry.</param>
/// <param name="Hash">Its hash.</param>
public readonly record struct PendingEntry(long Number, EntryId Id, Digest Hash);
