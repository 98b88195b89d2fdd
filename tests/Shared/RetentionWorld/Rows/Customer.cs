namespace GdprKit.RetentionWorld;

/// <summary>A person of some kind: the row says which, or not.</summary>
public class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? Email { get; set; }

    public string? Role { get; set; }

    public DateOnly? BornOn { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? SeenAt { get; set; }

    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>Emptied when the other row goes.</summary>
    public int? ReferrerId { get; set; }

    public Customer? Referrer { get; set; }

    /// <summary>The other row cannot go before; a row can be its own mentor.</summary>
    public int? MentorId { get; set; }

    public Customer? Mentor { get; set; }

    /// <summary>The application hides the row.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Out of daily use.</summary>
    public bool IsArchived { get; set; }

    public ICollection<Order> Orders { get; } = [];
}
