using GdprKit.Conformance;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Notices;

/// <summary>
/// The people of the suites as a host would map them: with a filter on who is hidden, a converter that fails on what it cannot open, and codes that SQLite
/// compares without case.
/// </summary>
public sealed class ConformanceContactContext(DbContextOptions<ConformanceContactContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseGdprKit();
        modelBuilder.Entity<Correspondent>(one =>
        {
            one.HasKey(o => o.Code);
            one.Property(o => o.Mail).HasConversion(mail => mail, stored => Open(stored));
            one.HasQueryFilter(o => !o.IsHidden);
            if (Database.IsSqlite())
            {
                one.Property(o => o.Code).UseCollation("NOCASE");
            }
        });
    }

    private static string? Open(string? stored) => stored == Correspondent.Unreadable ? throw new InvalidOperationException("An address cannot be opened.") : stored;
}
