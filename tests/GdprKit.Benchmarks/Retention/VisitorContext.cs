using Microsoft.EntityFrameworkCore;

namespace GdprKit.Benchmarks.Retention;

/// <summary>The context of a site with many visitors.</summary>
public sealed class VisitorContext(DbContextOptions<VisitorContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Visitor>(visitor =>
        {
            visitor.ToTable("Visitors");
            visitor.Property(v => v.Id).ValueGeneratedNever();
            visitor.HasIndex(v => v.SeenAt);
        });
        if (Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal))
        {
            modelBuilder.Entity<Visitor>().Property(v => v.SeenAt).HasColumnType("timestamp without time zone");
        }

        modelBuilder.UseGdprKit();
    }
}
