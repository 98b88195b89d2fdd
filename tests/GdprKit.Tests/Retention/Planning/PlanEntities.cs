namespace GdprKit.Retention;

/// <summary>The classes of a small shop whose rows refer to each other in every way that a plan must cope with.</summary>
public class Client
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Role { get; set; }

    public DateOnly? BornOn { get; set; }

    public DateOnly? SeenOn { get; set; }

    public bool IsArchived { get; set; }

    public DateOnly? RegisteredOn { get; set; }

    public int? AdvisorId { get; set; }

    public Client? Advisor { get; set; }

    public ICollection<Order> Orders { get; } = [];
}

public sealed class Wholesaler : Client
{
    public string Company { get; set; } = "";

    public int? ParentId { get; set; }

    public Wholesaler? Parent { get; set; }
}

public sealed class Order
{
    public int Id { get; set; }

    public int? ClientId { get; set; }

    public Client? Client { get; set; }

    public int? VoucherId { get; set; }

    public Voucher? Voucher { get; set; }

    public string? Address { get; set; }

    public DateOnly? MadeOn { get; set; }
}

public sealed class OrderLine
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public Order Order { get; set; } = null!;

    public string Article { get; set; } = "";
}

public sealed class Voucher
{
    public int Id { get; set; }

    public int? ClientId { get; set; }

    public Client? Client { get; set; }

    public int GivenWithId { get; set; }

    public Order GivenWith { get; set; } = null!;

    public string Code { get; set; } = "";
}

/// <summary>A row with two people.</summary>
public sealed class Letter
{
    public int Id { get; set; }

    public int? AuthorId { get; set; }

    public Client? Author { get; set; }

    public int? ReaderId { get; set; }

    public Client? Reader { get; set; }

    public string? AuthorName { get; set; }

    public string? ReaderName { get; set; }

    public string? Text { get; set; }

    public DateOnly? WrittenOn { get; set; }

    public DateOnly? AuthorBornOn { get; set; }
}
