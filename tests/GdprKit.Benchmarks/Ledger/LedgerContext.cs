using Microsoft.EntityFrameworkCore;

namespace GdprKit.Benchmarks.Ledger;

/// <summary>The context of a host that has nothing but the tables of GdprKit.</summary>
public sealed class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseGdprKit();
}
