namespace GdprKit.Requests;

/// <summary>Somebody who buys, with what others wrote and computed.</summary>
internal sealed class Buyer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string? Note { get; set; }

    public int Score { get; set; }

    public ICollection<Purchase> Purchases { get; } = [];
}
