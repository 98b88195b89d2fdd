using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>A customer whom somebody else signed up, and who was not told of the notice yet.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Due">Since when the shop has the data, and by when it must tell.</param>
/// <param name="IsOverdue">Whether that day has passed.</param>
public sealed record SignedUpCustomer(Customer Customer, ObtainedPerson Due, bool IsOverdue);
