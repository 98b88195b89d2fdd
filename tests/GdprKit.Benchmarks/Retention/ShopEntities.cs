namespace GdprKit.Benchmarks.Retention;

/// <summary>Somebody who signed up, and perhaps bought something.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string? Phone { get; set; }

    public DateTime SignedUp { get; set; }

    public ICollection<Invoice> Invoices { get; } = [];
}

/// <summary>What somebody bought.</summary>
public sealed class Invoice
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    public DateTime Date { get; set; }

    public string BillingAddress { get; set; } = "";
}
