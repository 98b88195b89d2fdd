using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>The export that was made last for a request.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Id">Its id.</param>
/// <param name="Digest">The digest of the archive.</param>
/// <param name="Until">Until when it can be fetched.</param>
/// <param name="FetchedOn">On which day it was fetched first, where the controller is; <see langword="null"/> when it was not.</param>
public sealed record RightsRequestExport(EntryId Id, Digest Digest, Instant Until, LocalDate? FetchedOn);
