namespace GdprKit.Samples.Crm.Data;

/// <summary>Someone who buys music here.</summary>
public sealed class Customer
{
    public int CustomerId { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string? Company { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    /// <summary>The name of the country in English, as the database has it: see <see cref="Countries"/>.</summary>
    public string? Country { get; set; }

    public string? PostalCode { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public required string Email { get; set; }

    /// <summary>The day of the sign-up, in the time of the shop; unknown of whoever was a customer before the shop kept it.</summary>
    public DateTime? SignedUpOn { get; set; }

    public int? SupportRepId { get; set; }

    public Employee? SupportRep { get; set; }

    public ICollection<Invoice> Invoices { get; } = [];

    public string FullName => $"{FirstName} {LastName}";
}
