using Microsoft.EntityFrameworkCore;

namespace GdprKit.Benchmarks.Linking;

/// <summary>The context of a host that has kept people for years and gets a ledger today.</summary>
public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseGdprKit();
}
