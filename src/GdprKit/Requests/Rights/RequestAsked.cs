using NodaTime;

namespace GdprKit.Requests;

/// <summary>The person was asked something.</summary>
internal sealed record RequestAsked(LocalDate On, Key<Operator>? By, bool StopsTheClock) : IRequestFacts;
