using NodaTime;

namespace GdprKit;

/// <summary>Values of one field that stay for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Values">The number of values; of a collection one for each row.</param>
/// <param name="ErasableFrom">The first day on which they can go, where the controller is; <see langword="null"/> while nobody knows.</param>
/// <param name="Activity">For which activity a law demands them; <see langword="null"/> for other reasons.</param>
/// <param name="Rule">By which rule of it, which has the citation.</param>
public sealed record ErasureStay(
    ErasureStayReason Reason, long Values, LocalDate? ErasableFrom = null, Key<ProcessingActivity>? Activity = null, Key<RetentionRule>? Rule = null)
{
    /// <summary>Whether the erasure goes on when it has ended; else what stays is not part of it.</summary>
    internal bool IsAwaited => Reason is not (ErasureStayReason.OfSomebodyElseToo or ErasureStayReason.ArrivedLater or ErasureStayReason.GoesWithRow);
}
