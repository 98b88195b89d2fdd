using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>The request was carried out.</summary>
internal sealed record RequestFulfilled(LocalDate On, Key<Operator>? By, RightsFulfilmentMeans Means, Digest? Answer, EntryId? Order) : IRequestFacts;
