namespace GdprKit.Benchmarks.StartUp;

/// <summary>A class of the application; one for each pair of marks, so that many classes need not be written down.</summary>
public sealed class Record<TRow, TColumn>
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string? Phone { get; set; }

    public DateTime SignedUp { get; set; }

    public DateTime? LastPurchase { get; set; }

    public int Amount { get; set; }
}
