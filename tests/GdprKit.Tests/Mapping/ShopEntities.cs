namespace GdprKit.Mapping;

/// <summary>The classes of a small shop, as an application has them.</summary>
public abstract class Person
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public sealed class Buyer : Person
{
    public string Email { get; set; } = "";

    public Address Home { get; set; } = new();

    public ICollection<Address> Former { get; } = [];

    public ICollection<Sale> Sales { get; } = [];

    public string Greeting => $"Dear {Name}";
}

public sealed class Worker : Person
{
    public string CitizenNumber { get; set; } = "";

    public Worker? Manager { get; set; }

    public DateOnly? LeftOn { get; set; }
}

public sealed class Address
{
    public string Street { get; set; } = "";

    public string City { get; set; } = "";
}

public sealed class Sale
{
    public int Id { get; set; }

    public int BuyerId { get; set; }

    public Buyer Buyer { get; set; } = null!;

    public DateTime SoldAt { get; set; }

    public string Remark { get; set; } = "";

    public ICollection<SaleLine> Lines { get; } = [];
}

public sealed class SaleLine
{
    public int Id { get; set; }

    public Sale Sale { get; set; } = null!;

    public string Article { get; set; } = "";
}

public sealed class Message
{
    public int Id { get; set; }

    public int SenderId { get; set; }

    public int RecipientId { get; set; }

    public string SenderName { get; set; } = "";

    public string RecipientName { get; set; } = "";

    public string Text { get; set; } = "";
}
