namespace GdprKit.Benchmarks.Restores;

/// <summary>A stay of a guest; it goes with the guest.</summary>
public sealed class Stay
{
    public int Id { get; set; }

    public int GuestId { get; set; }

    public Guest Guest { get; set; } = null!;

    public DateTime At { get; set; }

    public string Wishes { get; set; } = "";
}
