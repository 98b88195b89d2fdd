using GdprKit.Conformance;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Conformance;

/// <summary>On PostgreSQL: keys that the database compares without case and accents, and a type of column for each meaning of a time.</summary>
public sealed class PostgreSqlConformanceContext(DbContextOptions<PostgreSqlConformanceContext> options) : ConformanceContext(options)
{
    private const string WithoutCase = "without_case";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasCollation(WithoutCase, "und-u-ks-level1", "icu", deterministic: false);
        modelBuilder.Entity<Person>().Property(p => p.Code).UseCollation(WithoutCase);
        modelBuilder.Entity<Order>().Property(o => o.PersonCode).UseCollation(WithoutCase);
        modelBuilder.Entity<Visit>().Property(v => v.PersonCode).UseCollation(WithoutCase);
        modelBuilder.Entity<Order>().Property(o => o.PlacedAt).HasColumnType("timestamp without time zone");
        modelBuilder.Entity<Message>().Property(m => m.SenderCode).UseCollation(WithoutCase);
        modelBuilder.Entity<Message>().Property(m => m.RecipientCode).UseCollation(WithoutCase);
        modelBuilder.Entity<Appointment>(appointment =>
        {
            appointment.Property(a => a.DayWithTime).HasColumnType("timestamp without time zone");
            appointment.Property(a => a.WallClock).HasColumnType("timestamp without time zone");
            // The database holds moments, and the provider refuses any offset but zero.
            appointment.Property(a => a.Offset).HasConversion(moment => moment!.Value.ToUniversalTime(), moment => moment);
        });
        modelBuilder.Entity<CalendarEntry>().Property(c => c.WallClock).HasColumnType("timestamp without time zone");
    }
}
