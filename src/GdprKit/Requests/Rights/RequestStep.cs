using NodaTime;

namespace GdprKit.Requests;

/// <summary>Something of which there is no more to say than when, and by whom.</summary>
internal sealed record RequestStep(LocalDate On, Key<Operator>? By) : IRequestFacts;
