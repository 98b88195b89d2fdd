using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>The request is handled together with another one.</summary>
internal sealed record RequestMerged(LocalDate On, Key<Operator>? By, EntryId Other) : IRequestFacts;
