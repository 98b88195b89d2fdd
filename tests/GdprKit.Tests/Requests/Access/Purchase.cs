namespace GdprKit.Requests;

internal sealed class Purchase
{
    public int Id { get; set; }

    public int BuyerId { get; set; }

    public Buyer? Buyer { get; set; }

    public string Article { get; set; } = "";

    public DateOnly On { get; set; }

    public string? ImportedFrom { get; set; }
}
