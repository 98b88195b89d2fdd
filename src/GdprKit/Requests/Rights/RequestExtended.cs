using NodaTime;

namespace GdprKit.Requests;

/// <summary>It was told that the answer takes longer, and until which day.</summary>
internal sealed record RequestExtended(LocalDate On, Key<Operator>? By, LocalDate Until) : IRequestFacts;
