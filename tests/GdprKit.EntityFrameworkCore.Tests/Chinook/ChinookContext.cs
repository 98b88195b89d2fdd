using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Chinook;

/// <summary>A database that was there first: no migrations, only the columns that the application uses.</summary>
public sealed class ChinookContext(DbContextOptions<ChinookContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>().ToTable("Customer").HasOne(c => c.SupportRep).WithMany().HasForeignKey(c => c.SupportRepId);
        modelBuilder.Entity<Employee>().ToTable("Employee").HasOne(e => e.Manager).WithMany().HasForeignKey(e => e.ReportsTo);
        modelBuilder.Entity<Invoice>().ToTable("Invoice");
        modelBuilder.Entity<InvoiceLine>().ToTable("InvoiceLine").HasOne(l => l.Invoice).WithMany(i => i.Lines);
        modelBuilder.Entity<Artist>().ToTable("Artist");
    }
}
