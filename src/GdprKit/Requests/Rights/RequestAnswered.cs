using NodaTime;

namespace GdprKit.Requests;

/// <summary>The person answered; when the answer of the controller is due now.</summary>
internal sealed record RequestAnswered(LocalDate On, Key<Operator>? By, RightsRequestDates Dates) : IRequestFacts;
