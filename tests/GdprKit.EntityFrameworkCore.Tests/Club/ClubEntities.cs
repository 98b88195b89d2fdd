using System.ComponentModel.DataAnnotations;

namespace GdprKit.EntityFrameworkCore.Club;

/// <summary>Somebody the club deals with: a composite key, a complex property, things owned in every way, a value object.</summary>
public abstract class Party
{
    public int ClubId { get; set; }

    public int Number { get; set; }

    public FullName Name { get; set; } = new("", "");

    public MailAddressText Email { get; set; } = new("");

    public bool IsDeleted { get; set; }
}

public sealed record FullName(string First, string Last);

/// <summary>Stored as a text by a value converter.</summary>
public sealed record MailAddressText(string Value);

public class Member : Party
{
    public Address? Home { get; set; }

    public ICollection<Address> Former { get; } = [];

    public Preferences? Preferences { get; set; }

    public ICollection<EmergencyContact> EmergencyContacts { get; } = [];

    public DateOnly? LeftOn { get; set; }

    public ICollection<Payment> Payments { get; } = [];
}

public sealed class HonoraryMember : Member
{
    public string Honour { get; set; } = "";
}

public sealed class Donor : Party
{
    public decimal Amount { get; set; }
}

public sealed class Address
{
    public string Street { get; set; } = "";

    public int HouseNumber { get; set; }
}

/// <summary>Stored as JSON.</summary>
public sealed class Preferences
{
    public string Diet { get; set; } = "";
}

/// <summary>Stored as JSON, any number of them.</summary>
public sealed class EmergencyContact
{
    public string Phone { get; set; } = "";
}

public sealed class Payment
{
    public int Id { get; set; }

    public int ClubId { get; set; }

    public int MemberNumber { get; set; }

    public Member Member { get; set; } = null!;

    public DateTime PaidAt { get; set; }

    public ICollection<PaymentLine> Lines { get; } = [];
}

public sealed class PaymentLine
{
    public Guid Id { get; set; }

    public int PaymentId { get; set; }

    public Payment Payment { get; set; } = null!;

    public string Description { get; set; } = "";
}

/// <summary>Two people in one row, without navigations, known by a text key that the database compares without case.</summary>
public sealed class Message
{
    public long Id { get; set; }

    [MaxLength(40)]
    public string Sender { get; set; } = "";

    [MaxLength(40)]
    public string? Recipient { get; set; }

    public string SenderName { get; set; } = "";

    public string? RecipientName { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>Several kinds of people in one table, told apart by a column; inheritance with a table per class.</summary>
public class Account
{
    public string Login { get; set; } = "";

    public AccountRole Role { get; set; }

    public string DisplayName { get; set; } = "";
}

public enum AccountRole
{
    Unknown = 0,
    Volunteer,
    Employee,
}

public sealed class AdministratorAccount : Account
{
    public string PagerNumber { get; set; } = "";
}

/// <summary>A view: it has no key.</summary>
public sealed class MemberListing
{
    public int ClubId { get; set; }

    public int Number { get; set; }

    public string LastName { get; set; } = "";
}
