namespace GdprKit.Conformance;

/// <summary>A row that belongs to a person, by a reference with a navigation.</summary>
public sealed class Order
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public int Id { get; set; }

    /// <summary>The key of the person.</summary>
    public string PersonCode { get; set; } = "";

    /// <summary>The person.</summary>
    public Person? Person { get; set; }

    /// <summary>When it was placed, as the clock on the wall showed.</summary>
    public DateTime PlacedAt { get; set; }

    /// <summary>On which day it was paid.</summary>
    public DateOnly? PaidOn { get; set; }

    /// <summary>Whether it waits for something.</summary>
    public bool IsOpen { get; set; }

    /// <summary>What the person wrote.</summary>
    public string? Note { get; set; }

    /// <summary>Whether the application hides the row; see <see cref="Person.IsHidden"/>.</summary>
    public bool IsHidden { get; set; }

    /// <summary>What was ordered.</summary>
    public ICollection<OrderLine> Lines { get; } = [];
}
