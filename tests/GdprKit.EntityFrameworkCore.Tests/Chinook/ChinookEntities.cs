namespace GdprKit.EntityFrameworkCore.Chinook;

public sealed class Customer
{
    public int CustomerId { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string? Company { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? Phone { get; set; }

    public required string Email { get; set; }

    public int? SupportRepId { get; set; }

    public Employee? SupportRep { get; set; }

    public ICollection<Invoice> Invoices { get; } = [];
}

public sealed class Employee
{
    public int EmployeeId { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string? Title { get; set; }

    public int? ReportsTo { get; set; }

    public Employee? Manager { get; set; }

    public DateTime? BirthDate { get; set; }

    public DateTime? HireDate { get; set; }

    public string? Email { get; set; }
}

public sealed class Invoice
{
    public int InvoiceId { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    public DateTime InvoiceDate { get; set; }

    public string? BillingAddress { get; set; }

    public decimal Total { get; set; }

    public ICollection<InvoiceLine> Lines { get; } = [];
}

public sealed class InvoiceLine
{
    public int InvoiceLineId { get; set; }

    public int InvoiceId { get; set; }

    public Invoice Invoice { get; set; } = null!;

    public int TrackId { get; set; }

    public decimal UnitPrice { get; set; }
}

public sealed class Artist
{
    public int ArtistId { get; set; }

    public string? Name { get; set; }
}
