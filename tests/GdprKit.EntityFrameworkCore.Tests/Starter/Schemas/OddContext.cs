using Microsoft.EntityFrameworkCore;

namespace Odd;

/// <summary>Names that collide: with those of GdprKit, with one another, with words of the language; and references that models hide.</summary>
public sealed class OddContext(DbContextOptions<OddContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Recipient>(recipient =>
        {
            recipient.Property(r => r.Nickname);
            recipient.HasAlternateKey(r => r.Code);
        });
        modelBuilder.Entity<Period>();
        modelBuilder.Entity<Registry.Person>().Property<string>("Remark");
        modelBuilder.Entity<Sales.Customer>();
        modelBuilder.Entity<Support.Customer>().ToTable("SupportCustomer");
        modelBuilder.Entity<Volunteer>();
        modelBuilder.Entity<Badge>().HasOne<Volunteer>().WithMany().HasForeignKey(b => b.VolunteerId);
        modelBuilder.Entity<Expense>().HasOne<Volunteer>().WithMany().HasForeignKey("VolunteerId").IsRequired();
        modelBuilder.Entity<CallRecord>();
        modelBuilder.Entity<VolunteerOverview>().HasNoKey().ToView("VolunteerOverview");
        modelBuilder.Entity<Greeting>(greeting =>
        {
            greeting.HasOne(g => g.Sender).WithMany().OnDelete(DeleteBehavior.Restrict);
            greeting.HasOne(g => g.Receiver).WithMany();
        });
        modelBuilder.Entity<Parcel>().HasOne<Recipient>().WithMany().HasForeignKey(p => p.RecipientCode).HasPrincipalKey(r => r.Code);
        modelBuilder.Entity<Agreement>().UseTpcMappingStrategy();
        modelBuilder.Entity<LoanAgreement>();
        modelBuilder.Entity<GiftAgreement>();
        modelBuilder.Entity<Partner>();
        modelBuilder.Entity<Guest>();
    }
}

/// <summary>A person of no known kind, with the name of a class of GdprKit.</summary>
public sealed class Recipient
{
    public int Id { get; set; }

    public required string FirstName { get; set; }

    public required string Code { get; set; }

    public Place? Place { get; set; }

    /// <summary>Other code cannot read it.</summary>
    internal string? Nickname { get; set; }
}

/// <summary>People refer to it, and it does not know them.</summary>
public sealed class Place
{
    public int Id { get; set; }

    public required string Street { get; set; }
}

/// <summary>Nothing personal, with the name of a class that the proposed code uses.</summary>
public sealed class Period
{
    public int Id { get; set; }
}

public static class Registry
{
#pragma warning disable IDE1006 // Names that somebody chose and C# keeps for itself.
    public sealed class Person
    {
        public int Id { get; set; }

        public required string Surname { get; set; }

        public string? @class { get; set; }
    }
#pragma warning restore IDE1006
}

/// <summary>Only its own assembly can use it.</summary>
internal sealed class Volunteer
{
    public int Id { get; set; }

    public required string FirstName { get; set; }

    public required string Bsn { get; set; }

    public DateTime JoinedUtc { get; set; }
}

/// <summary>A foreign key without a navigation.</summary>
internal sealed class Badge
{
    public int Id { get; set; }

    public int VolunteerId { get; set; }
}

/// <summary>A foreign key that the class does not have.</summary>
internal sealed class Expense
{
    public int Id { get; set; }

    public decimal Declared { get; set; }
}

/// <summary>A foreign key that the model does not know.</summary>
internal sealed class CallRecord
{
    public int Id { get; set; }

    public int VolunteerId { get; set; }

    public required string Phone { get; set; }
}

internal sealed class VolunteerOverview
{
    public int VolunteerId { get; set; }

    public required string FirstName { get; set; }
}

/// <summary>About two people.</summary>
public sealed class Greeting
{
    public int Id { get; set; }

    public Recipient Sender { get; set; } = null!;

    public Recipient Receiver { get; set; } = null!;

    public required string SenderName { get; set; }

    public required string Wish { get; set; }
}

/// <summary>Refers to a person by something else than the key, without a navigation.</summary>
public sealed class Parcel
{
    public int Id { get; set; }

    public required string RecipientCode { get; set; }
}

/// <summary>People of no known kind, some of whom are of a known one.</summary>
public class Partner
{
    public int Id { get; set; }

    public required string FullName { get; set; }

    public required string Email { get; set; }
}

public sealed class Guest : Partner
{
    public string? WorkEmail { get; set; }
}

/// <summary>A table per concrete class, and none for this one.</summary>
public abstract class Agreement
{
    public int Id { get; set; }

    public Recipient Recipient { get; set; } = null!;

    public DateTime CreatedAt { get; set; }
}

public sealed class LoanAgreement : Agreement
{
    public decimal Amount { get; set; }
}

public sealed class GiftAgreement : Agreement
{
    public string? Wording { get; set; }
}
