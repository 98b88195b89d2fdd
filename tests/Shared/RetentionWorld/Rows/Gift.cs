namespace GdprKit.RetentionWorld;

/// <summary>Has no map, and goes with its customer.</summary>
public sealed class Gift
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;
}
