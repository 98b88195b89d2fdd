namespace GdprKit.Conformance;

/// <summary>A person, known by a text. Some rows are derived ones: <see cref="Member"/>.</summary>
public class Person
{
    /// <summary>The primary key. No two differ in case, accents or trailing blanks only, so that any collation can hold them.</summary>
    public string Code { get; set; } = "";

    /// <summary>What the person is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where the person gets mail.</summary>
    public string? Email { get; set; }

    /// <summary>Where the person lives; owned, and many have none.</summary>
    public Address? Home { get; set; }

    /// <summary>With whom the person lives: the key of a <see cref="Household"/>.</summary>
    public int? HouseholdId { get; set; }

    /// <summary>A number that no map classifies.</summary>
    public int? Score { get; set; }

    /// <summary>On which day the person left.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>Whether the application hides the row, as a soft delete does. Where a store has such a filter, the fixture switches it on.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The person's orders.</summary>
    public ICollection<Order> Orders { get; } = [];
}
