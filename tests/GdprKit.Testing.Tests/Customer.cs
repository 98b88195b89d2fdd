namespace GdprKit.Testing;

internal sealed class Customer
{
    public int CustomerId { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public DateOnly? LastPurchase { get; set; }
}
