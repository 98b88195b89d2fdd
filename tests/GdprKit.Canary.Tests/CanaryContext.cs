using Microsoft.EntityFrameworkCore;

namespace GdprKit.Canary;

/// <summary>A host with two tables of its own beside those of GdprKit.</summary>
public sealed class CanaryContext(DbContextOptions<CanaryContext> options) : DbContext(options)
{
    public DbSet<CanaryCustomer> Customers => Set<CanaryCustomer>();

    public DbSet<CanaryOrder> Orders => Set<CanaryOrder>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CanaryCustomer>().HasIndex(c => c.Email).IsUnique();
        modelBuilder.Entity<CanaryOrder>().Property(o => o.On).HasColumnType("timestamp without time zone");
        modelBuilder.UseGdprKit();
    }
}
