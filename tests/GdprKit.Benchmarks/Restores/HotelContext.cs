using Microsoft.EntityFrameworkCore;

namespace GdprKit.Benchmarks.Restores;

/// <summary>The context of a hotel, with the ledger in its database.</summary>
public sealed class HotelContext(DbContextOptions<HotelContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Guest>().ToTable("Guests").Property(guest => guest.Id).ValueGeneratedNever();
        modelBuilder.Entity<Stay>().ToTable("Stays").HasIndex(stay => stay.GuestId);
        modelBuilder.Entity<Bill>().ToTable("Bills").HasIndex(bill => bill.GuestId);
        if (Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal))
        {
            modelBuilder.Entity<Guest>().Property(guest => guest.ArrivedAt).HasColumnType("timestamp without time zone");
            modelBuilder.Entity<Stay>().Property(stay => stay.At).HasColumnType("timestamp without time zone");
            modelBuilder.Entity<Bill>().Property(bill => bill.At).HasColumnType("timestamp without time zone");
        }

        modelBuilder.UseGdprKit();
    }
}
