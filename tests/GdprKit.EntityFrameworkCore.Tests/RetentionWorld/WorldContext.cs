using GdprKit.RetentionWorld;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GdprKit.EntityFrameworkCore.RetentionWorld;

/// <summary>The shop of <see cref="World"/> in a database.</summary>
internal sealed class WorldContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.Property(c => c.Id).ValueGeneratedNever();
            customer.HasQueryFilter(c => !c.IsDeleted);
            customer.HasOne(c => c.Referrer).WithMany().HasForeignKey(c => c.ReferrerId).OnDelete(DeleteBehavior.SetNull);
            customer.HasOne(c => c.Mentor).WithMany().HasForeignKey(c => c.MentorId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Company>();
        modelBuilder.Entity<Order>(order =>
        {
            order.Property(o => o.Id).ValueGeneratedNever();
            order.HasQueryFilter(o => !o.IsDeleted);
            order.HasOne(o => o.Customer).WithMany(c => c.Orders).HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<OrderLine>().Property(l => l.Id).ValueGeneratedNever();
        modelBuilder.Entity<Note>(note =>
        {
            note.Property(n => n.Id).ValueGeneratedNever();
            note.HasOne(n => n.Author).WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.SetNull);
            note.HasOne(n => n.Reader).WithMany().HasForeignKey(n => n.ReaderId).OnDelete(DeleteBehavior.SetNull);
        });
        modelBuilder.Entity<Gift>().Property(g => g.Id).ValueGeneratedNever();
        modelBuilder.Entity<Flag>(flag =>
        {
            flag.Property(f => f.Id).ValueGeneratedNever();
            flag.HasOne(f => f.Order).WithMany().OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.UseGdprKit();
        if (Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            // SQLite compares a time with an offset as a text.
            var ticks = new ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, stored => new DateTimeOffset(stored, TimeSpan.Zero));
            modelBuilder.Entity<Customer>().Property(c => c.RegisteredAt).HasConversion(ticks);
            modelBuilder.Entity<Order>().Property(o => o.ShippedAt).HasConversion(ticks);
        }
        else
        {
            modelBuilder.Entity<Order>().Property(o => o.PlacedAt).HasColumnType("timestamp without time zone");
            modelBuilder.Entity<Order>().Property(o => o.DueAt).HasColumnType("timestamp without time zone");
        }
    }
}
