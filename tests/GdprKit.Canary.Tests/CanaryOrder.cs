namespace GdprKit.Canary;

/// <summary>What somebody bought.</summary>
public sealed class CanaryOrder
{
    public int Id { get; set; }

    public string CustomerId { get; set; } = "";

    public CanaryCustomer Customer { get; set; } = null!;

    public string Bought { get; set; } = "";

    public DateTime On { get; set; }
}
