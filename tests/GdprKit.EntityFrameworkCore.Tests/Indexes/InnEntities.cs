namespace GdprKit.EntityFrameworkCore.Indexes;

/// <summary>A guest of an inn.</summary>
public sealed class Guest
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public DateTime SignedUpAt { get; set; }

    public DateTime? SeenAt { get; set; }

    public ICollection<Stay> Stays { get; } = [];

    public ICollection<Club> Clubs { get; } = [];
}

public sealed class Stay
{
    public int Id { get; set; }

    public int GuestId { get; set; }

    public Guest Guest { get; set; } = null!;

    public DateTime LeftAt { get; set; }
}

/// <summary>Something that was ordered during a stay; it has no date of its own.</summary>
public sealed class Extra
{
    public int Id { get; set; }

    public int StayId { get; set; }

    public Stay Stay { get; set; } = null!;

    public string Text { get; set; } = "";
}

public sealed class Club
{
    public int Id { get; set; }

    public ICollection<Guest> Guests { get; } = [];
}

/// <summary>A room, with a key of two columns.</summary>
public sealed class Room
{
    public int InnId { get; set; }

    public int Number { get; set; }

    public string Tenant { get; set; } = "";

    public DateTime EmptiedAt { get; set; }
}

public sealed class Complaint
{
    public int Id { get; set; }

    public int InnId { get; set; }

    public int RoomNumber { get; set; }

    public Room Room { get; set; } = null!;

    public string Text { get; set; } = "";

    public DateTime SettledAt { get; set; }
}

/// <summary>In one table with what is derived from it.</summary>
public class Voucher
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public sealed class GiftVoucher : Voucher
{
    public DateTime SpentAt { get; set; }
}

/// <summary>In a table of its own beside those of what is derived from it.</summary>
public class Invitation
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public DateTime EndsAt { get; set; }
}

public sealed class Wedding : Invitation
{
    public string Partner { get; set; } = "";

    public DateTime HeldAt { get; set; }
}

/// <summary>Every derived entity in a table of its own.</summary>
public abstract class Mail
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public DateTime SentAt { get; set; }
}

public sealed class Letter : Mail;

public sealed class Card : Mail;

/// <summary>A view.</summary>
public sealed class Listing
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public DateTime SignedUpAt { get; set; }
}

/// <summary>A view that the model takes for a table, as models do that were made from a database.</summary>
public sealed class Overview
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public DateTime SignedUpAt { get; set; }
}
