namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>A row with a column of every type that cannot be empty.</summary>
internal sealed class Card
{
    public int Id { get; init; }

    public string Name { get; set; } = "Anna";

    public string Login { get; set; } = "";

    public string Email { get; set; } = "anna@example.nl";

    public string? Nickname { get; set; } = "An";

    /// <summary>In a column that leaves out the case.</summary>
    public string Town { get; set; } = "Goes";

    public string Short { get; set; } = "A";

    public char Letter { get; set; } = 'A';

    public bool IsMember { get; set; } = true;

    public byte Steps { get; set; } = 1;

    public short Floor { get; set; } = 2;

    public int Age { get; set; } = 40;

    public long Number { get; set; } = 40_000_000_000;

    public double Height { get; set; } = 1.8;

    public decimal Income { get; set; } = 1234.56m;

    public DayOfWeek Day { get; set; } = DayOfWeek.Friday;

    /// <summary>Kept as its name.</summary>
    public DayOfWeek NamedDay { get; set; } = DayOfWeek.Friday;

    public DateOnly BornOn { get; set; } = new(1980, 2, 3);

    public TimeOnly WakesAt { get; set; } = new(7, 30);

    public TimeSpan Shift { get; set; } = TimeSpan.FromHours(8);

    /// <summary>From when a period runs, so that it stays.</summary>
    public DateOnly MadeOn { get; set; } = new(2020, 1, 2);

    /// <summary>UTC.</summary>
    public DateTime SeenAt { get; set; } = new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public DateTimeOffset CalledAt { get; set; } = new(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public Guid Device { get; set; } = new("5f0c7d2e-58fb-4d39-8f4a-0f4d3b6a1c11");

    public byte[] Photo { get; set; } = [1, 2, 3];

    /// <summary>Some rows have none.</summary>
    public CardPlace? Place { get; set; }

    public CardPhone Phone { get; set; } = new();
}

/// <summary>Owned by a card.</summary>
internal sealed class CardPlace
{
    public string City { get; set; } = "Delft";

    public int House { get; set; } = 12;
}

/// <summary>A complex property of a card.</summary>
internal sealed class CardPhone
{
    public string Digits { get; set; } = "0100";
}
