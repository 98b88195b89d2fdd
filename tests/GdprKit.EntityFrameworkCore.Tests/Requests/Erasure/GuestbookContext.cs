using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>The guests of an inn, with the ledger in the same database.</summary>
public sealed class GuestbookContext(DbContextOptions<GuestbookContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Guest>().Property(guest => guest.Id).ValueGeneratedNever();
        modelBuilder.Entity<Night>();
        modelBuilder.Entity<Receipt>();
        modelBuilder.UseGdprKit();
    }
}

public sealed class Guest
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public DateTime CameAt { get; set; }
}

public sealed class Night
{
    public int Id { get; set; }

    public int GuestId { get; set; }

    public Guest Guest { get; set; } = null!;

    public string Wishes { get; set; } = "";

    public DateTime At { get; set; }
}

public sealed class Receipt
{
    public int Id { get; set; }

    public int GuestId { get; set; }

    public Guest Guest { get; set; } = null!;

    public string Address { get; set; } = "";

    public DateOnly On { get; set; }
}
