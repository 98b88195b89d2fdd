using NodaTime;

namespace GdprKit.Requests;

/// <summary>Something of which there is no more to say than when, and by whom.</summary>
internal sealed record ErasureStep(LocalDate On, Key<Operator>? By);
