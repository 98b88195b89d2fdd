using GdprKit.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GdprKit;

/// <summary>Adds the tables of GdprKit to a host's model.</summary>
public static class GdprKitModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables of the ledger and of the links to people, so that migrations make them. Every name begins with <c>gdpr_</c>, and
    /// nothing of the host is changed. Call it in <see cref="DbContext.OnModelCreating"/>; again it changes nothing.
    /// </summary>
    /// <param name="modelBuilder">The builder of the model.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/>, as by default, for that of the model.</param>
    public static ModelBuilder UseGdprKit(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        var tables = new TableBuilding(modelBuilder, schema);
        LedgerTables.AddTo(tables);
        return modelBuilder;
    }
}
