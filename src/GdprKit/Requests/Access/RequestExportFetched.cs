using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>An export was fetched by who has its link.</summary>
internal sealed record RequestExportFetched(LocalDate On, Key<Operator>? By, EntryId Export) : IRequestFacts;
