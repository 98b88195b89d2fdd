using Microsoft.EntityFrameworkCore;

namespace GdprKit.Benchmarks.Retention;

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Invoice>().HasIndex(invoice => new { invoice.CustomerId, invoice.Date });
        modelBuilder.Entity<Invoice>().HasIndex(invoice => invoice.Date);
        if (Database.ProviderName!.Contains("PostgreSQL", StringComparison.Ordinal))
        {
            modelBuilder.Entity<Customer>().Property(customer => customer.SignedUp).HasColumnType("timestamp without time zone");
            modelBuilder.Entity<Invoice>().Property(invoice => invoice.Date).HasColumnType("timestamp without time zone");
        }
    }
}
