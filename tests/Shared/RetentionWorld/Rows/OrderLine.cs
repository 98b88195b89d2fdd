namespace GdprKit.RetentionWorld;

/// <summary>Part of an order; with a field of its own, or without.</summary>
public sealed class OrderLine
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public Order Order { get; set; } = null!;

    public string? Article { get; set; }
}
