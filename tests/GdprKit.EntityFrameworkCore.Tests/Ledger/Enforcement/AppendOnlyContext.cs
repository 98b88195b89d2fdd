using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

/// <summary>A host that wants its database to keep the ledger as it was written.</summary>
public sealed class AppendOnlyContext(DbContextOptions<AppendOnlyContext> options) : DbContext(options)
{
    // Its migrations are written by hand, for every database alike, so no snapshot of a model tells what the last of them came to.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseGdprKit(tables => tables.AppendOnly());
}
