using NodaTime;

namespace GdprKit.Requests;

/// <summary>The request was refused, or a part of it; of which kind it is, so that the ground has its article.</summary>
internal sealed record RequestRefused(LocalDate On, Key<Operator>? By, RightsRequestKind Kind, RightsRequestGround Ground) : IRequestFacts;
