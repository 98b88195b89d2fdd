using GdprKit.Conformance;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Conformance;

/// <summary>On SQLite: keys that the database compares without case, and moments in a form that it can compare.</summary>
public sealed class SqliteConformanceContext(DbContextOptions<SqliteConformanceContext> options) : ConformanceContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Person>().Property(p => p.Code).UseCollation("NOCASE");
        modelBuilder.Entity<Appointment>().Property(a => a.Offset).HasConversion(
            moment => moment!.Value.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
    }
}
