using NodaTime;

namespace GdprKit.Requests;

/// <summary>A place did not answer, or said that it needs more time.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Its key.</param>
/// <param name="Failed">Whether it failed.</param>
/// <param name="NextAt">When it is asked again.</param>
internal sealed record ErasurePlacePostponed(ErasurePlaceKind Kind, Key<ErasurePlace> Place, bool Failed, Instant NextAt);
