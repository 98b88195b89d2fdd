namespace GdprKit.Samples.Crm.Pages.Customers;

/// <summary>A customer as one line of the list.</summary>
public sealed record CustomerRow(
    int CustomerId,
    string Name,
    string? Company,
    string? City,
    string? Country,
    string Email,
    string? SupportRep,
    DateTime? LastPurchase,
    decimal Spent);
