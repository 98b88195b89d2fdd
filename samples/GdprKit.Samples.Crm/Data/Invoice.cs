namespace GdprKit.Samples.Crm.Data;

/// <summary>One sale. The billing address is that of the day of sale, and stays so when the customer moves.</summary>
public sealed class Invoice
{
    public int InvoiceId { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;

    /// <summary>Midnight of the day of sale, in the time of the shop.</summary>
    public DateTime InvoiceDate { get; set; }

    public string? BillingAddress { get; set; }

    public string? BillingCity { get; set; }

    public string? BillingState { get; set; }

    public string? BillingCountry { get; set; }

    public string? BillingPostalCode { get; set; }

    /// <summary>In euros.</summary>
    public decimal Total { get; set; }

    public ICollection<InvoiceLine> Lines { get; } = [];
}
