using NodaTime;

namespace GdprKit;

/// <summary>What of a person stays in a store for a time, and why, as it was when the store answered.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Categories">What, ordered.</param>
/// <param name="ErasableFrom">The first day on which the last of it can go, where the controller is; <see langword="null"/> while nobody knows.</param>
/// <param name="Activity">For which activity a law demands it; <see langword="null"/> for other reasons.</param>
/// <param name="Rule">By which rule of it, which has the citation.</param>
public sealed record ErasureKept(
    ErasureStayReason Reason, ValueList<Key<DataCategory>> Categories, LocalDate? ErasableFrom = null, Key<ProcessingActivity>? Activity = null, Key<RetentionRule>? Rule = null);
