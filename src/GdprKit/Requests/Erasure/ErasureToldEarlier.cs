using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>An erasure of which an earlier day was told than is right now.</summary>
/// <param name="Order">The id of the order: that of the request, where there was one.</param>
/// <param name="Said">The day on which the data were said to be gone from the last backup.</param>
/// <param name="GoneBy">The day on which they are gone at the latest, by what is known now.</param>
public sealed record ErasureToldEarlier(EntryId Order, LocalDate Said, LocalDate GoneBy);
