namespace GdprKit.Samples.Crm.Generation;

/// <summary>How large the generated shop is.</summary>
/// <param name="Customers">How many customers, beside those of Chinook.</param>
/// <param name="Rows">How many rows they and what they bought are together.</param>
internal sealed record ShopSize(long Customers, long Rows)
{
    /// <summary>When nothing is said of it: a customer, nearly three invoices, and six lines.</summary>
    public const int RowsPerCustomer = 10;

    /// <summary>A customer, an invoice, and a line.</summary>
    public const int FewestRowsPerCustomer = 3;

    private const double LinesPerInvoice = 2.2;

    /// <summary>One for each customer at least, while the rows suffice.</summary>
    public long Invoices => Math.Max(Customers, (long)((Rows - Customers) / (1 + LinesPerInvoice)));

    public long Lines => Rows - Customers - Invoices;
}
