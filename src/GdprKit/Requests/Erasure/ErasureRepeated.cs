using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>An erasure is carried out again, because an older copy of the database was restored.</summary>
/// <param name="Restore">The id of the restore.</param>
internal sealed record ErasureRepeated(EntryId Restore);
