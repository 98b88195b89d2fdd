namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>A hold as a manager sees it.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="IsOverdue">Whether it should have been reviewed by now.</param>
/// <param name="On">What it is on, in words.</param>
/// <param name="CustomerId">The number of the customer; nothing when it is on something else.</param>
/// <param name="Matter">The case; nothing when it was forgotten.</param>
public sealed record HoldLine(StandingHold Hold, bool IsOverdue, string On, int? CustomerId, string? Matter);
