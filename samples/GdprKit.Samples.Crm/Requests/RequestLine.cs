namespace GdprKit.Samples.Crm.Requests;

/// <summary>A request as an employee sees it in a list.</summary>
/// <param name="Request">The request.</param>
/// <param name="Title">What is asked, in a few words.</param>
/// <param name="IsOverdue">Whether it should have been answered by now.</param>
/// <param name="CustomerId">The number of the customer; <see langword="null"/> while nobody knows who asks, or when the customer is gone.</param>
/// <param name="Name">The name of the customer.</param>
public sealed record RequestLine(RightsRequest Request, string Title, bool IsOverdue, int? CustomerId, string? Name)
{
    /// <summary>What is asked; who asks it is withheld.</summary>
    public override string ToString() => Title;
}
