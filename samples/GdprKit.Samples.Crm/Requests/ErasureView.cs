using GdprKit.Documents;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>What a request for erasure comes to, for who handles it.</summary>
/// <param name="Plan">What would go and what stays; <see langword="null"/> while an erasure is under way.</param>
/// <param name="Order">How far it has come; <see langword="null"/> while it is not ordered.</param>
/// <param name="Letter">The answer to the customer; <see langword="null"/> until everything has been answered.</param>
/// <param name="Places">Every place, with how far it has come.</param>
public sealed record ErasureView(Document? Plan, ErasureOrder? Order, Document? Letter, IReadOnlyList<ErasureLine> Places)
{
    /// <summary>Whether something is being done without anybody.</summary>
    public bool IsMoving => Order is { IsUnderWay: true } order && order.Places.Any(place => !place.IsByHand && !place.HasAnswered && place.Failures == 0);

    /// <summary>What somebody still has to do by hand.</summary>
    public IEnumerable<ErasurePlaceState> ByHand => Order is { IsUnderWay: true } order ? order.Places.Where(place => place.IsByHand && !place.HasAnswered) : [];
}
