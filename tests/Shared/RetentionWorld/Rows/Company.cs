namespace GdprKit.RetentionWorld;

/// <summary>A customer with something more.</summary>
public sealed class Company : Customer
{
    public string? TaxNumber { get; set; }
}
