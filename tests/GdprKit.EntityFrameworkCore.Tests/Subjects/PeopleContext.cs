using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>A host that keeps people under keys of many kinds.</summary>
public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseGdprKit();
        modelBuilder.Entity<Shopper>().HasQueryFilter(shopper => !shopper.IsDeleted);
        modelBuilder.Entity<Reader>().HasKey(reader => reader.Code);
        modelBuilder.Entity<Reader>().Property(reader => reader.Mail).HasConversion(mail => mail.Address, text => new Mailbox(text));
        modelBuilder.Entity<Shopper>().Property(shopper => shopper.Mail).HasConversion(mail => $"<{mail}>", stored => stored!.Substring(1, stored.Length - 2));
        modelBuilder.Entity<Player>().HasKey(player => player.Id);
        modelBuilder.Entity<Guest>().Property(guest => guest.Id).HasConversion(id => id.Value, value => new GuestNumber(value)).ValueGeneratedNever();
        modelBuilder.Entity<Tenant>().HasKey(tenant => new { tenant.House, tenant.Door });
        modelBuilder.Entity<Backwards>().HasKey(one => one.Code);
        modelBuilder.Entity<Backwards>().Property(one => one.Code).HasConversion(code => $"x{code}", stored => stored.Substring(1));
    }
}

public sealed class Shopper
{
    public int Id { get; set; }

    public bool IsDeleted { get; set; }

    public string? Mail { get; set; }

    public string? Speaks { get; set; }
}

public sealed class Reader
{
    public string Code { get; set; } = "";

    public Mailbox Mail { get; set; } = new("");
}

/// <summary>An address as a type of the host.</summary>
public sealed record Mailbox(string Address);

public sealed class Player
{
    public Guid Id { get; set; }
}

public readonly record struct GuestNumber(long Value);

public sealed class Guest
{
    public GuestNumber Id { get; set; }
}

/// <summary>People of two kinds, and rows that are nobody.</summary>
public sealed class Tenant
{
    public int House { get; set; }

    public string Door { get; set; } = "";

    public int Role { get; set; }
}

/// <summary>Somebody whose key the database has in another form.</summary>
public sealed class Backwards
{
    public string Code { get; set; } = "";
}
