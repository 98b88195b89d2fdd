namespace GdprKit.Benchmarks.Restores;

/// <summary>A bill, which the tax law keeps, and which keeps the row of its guest.</summary>
public sealed class Bill
{
    public int Id { get; set; }

    public int GuestId { get; set; }

    public Guest Guest { get; set; } = null!;

    public DateTime At { get; set; }

    public string Address { get; set; } = "";
}
