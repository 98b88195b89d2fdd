using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>A run is done again, because an older copy of the database was restored.</summary>
/// <param name="Restore">The id of the restore.</param>
/// <param name="ExpiresAt">The first instant at which it is not begun any more.</param>
internal sealed record RunRepeated(EntryId Restore, Instant ExpiresAt);
