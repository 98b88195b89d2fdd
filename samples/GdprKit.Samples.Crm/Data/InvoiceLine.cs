namespace GdprKit.Samples.Crm.Data;

/// <summary>One track on an invoice.</summary>
public sealed class InvoiceLine
{
    public int InvoiceLineId { get; set; }

    public int InvoiceId { get; set; }

    public Invoice Invoice { get; set; } = null!;

    public int TrackId { get; set; }

    public Track Track { get; set; } = null!;

    /// <summary>In euros, on the day of sale.</summary>
    public decimal UnitPrice { get; set; }

    public int Quantity { get; set; }
}
