using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Guests, what they wrote into the book, and their badges, which hold nothing of their own.</summary>
public sealed class ClubhouseContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Guest>().Property(guest => guest.Id).ValueGeneratedNever();
        modelBuilder.Entity<Badge>().HasOne<Guest>().WithMany(guest => guest.Badges).HasForeignKey(badge => badge.GuestId).OnDelete(DeleteBehavior.NoAction);
        modelBuilder.Entity<Remark>().HasOne<Guest>().WithMany(guest => guest.Remarks).HasForeignKey(remark => remark.GuestId).OnDelete(DeleteBehavior.Cascade);
        modelBuilder.UseGdprKit();
    }
}

/// <summary>Somebody.</summary>
public sealed class Guest
{
    public int Id { get; set; }

    public string? Email { get; set; }

    public DateOnly? CameOn { get; set; }

    public ICollection<Badge> Badges { get; } = [];

    public ICollection<Remark> Remarks { get; } = [];
}

/// <summary>Goes with its guest, and a database would not let the guest go before.</summary>
public sealed class Badge
{
    public Guid Id { get; set; }

    public int GuestId { get; set; }
}

/// <summary>Has a period of its own, and a database would take it along with its guest.</summary>
public sealed class Remark
{
    public int Id { get; set; }

    public int GuestId { get; set; }

    public string? Text { get; set; }

    public DateOnly? WrittenOn { get; set; }
}
