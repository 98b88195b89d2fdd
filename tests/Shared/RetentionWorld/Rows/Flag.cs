namespace GdprKit.RetentionWorld;

/// <summary>Has no map, and holds its order back.</summary>
public sealed class Flag
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public Order Order { get; set; } = null!;
}
