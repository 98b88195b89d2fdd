using NodaTime;

namespace GdprKit.Requests;

/// <summary>The request was granted; a restriction on which ground.</summary>
internal sealed record RequestAccepted(LocalDate On, Key<Operator>? By, RestrictionGround? Restriction) : IRequestFacts;
