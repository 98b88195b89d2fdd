using GdprKit.Conformance;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>The people of the suites as a host would map them, with a filter on who is hidden, and with codes that SQLite compares without case.</summary>
public sealed class ConformancePeopleContext(DbContextOptions<ConformancePeopleContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseGdprKit();
        modelBuilder.Entity<Person>(person =>
        {
            person.HasKey(p => p.Code);
            person.Ignore(p => p.Home);
            person.Ignore(p => p.Orders);
            person.HasQueryFilter(p => !p.IsHidden);
            if (Database.IsSqlite())
            {
                person.Property(p => p.Code).UseCollation("NOCASE");
            }
        });
        modelBuilder.Entity<Account>(account =>
        {
            account.HasKey(a => new { a.Branch, a.Number });
            account.Ignore(a => a.Sessions);
        });
    }
}
