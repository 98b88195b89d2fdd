namespace GdprKit.RetentionWorld;

/// <summary>Belongs to a customer, or to nobody.</summary>
public sealed class Order
{
    public int Id { get; set; }

    public int? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public string? Address { get; set; }

    /// <summary>What the clock on the wall showed.</summary>
    public DateTime PlacedAt { get; set; }

    public DateOnly? PaidOn { get; set; }

    public DateTimeOffset? ShippedAt { get; set; }

    /// <summary>A day; the time means nothing.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>The application hides the row.</summary>
    public bool IsDeleted { get; set; }

    public ICollection<OrderLine> Lines { get; } = [];
}
