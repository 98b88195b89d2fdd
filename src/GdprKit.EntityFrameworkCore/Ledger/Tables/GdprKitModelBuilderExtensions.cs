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
    /// <param name="schema">The schema of the tables; <see langword="null"/>, as by default, for the one named before, else that of the model.</param>
    /// <exception cref="ArgumentException">GDPR1151: another schema was named before.</exception>
    public static ModelBuilder UseGdprKit(this ModelBuilder modelBuilder, string? schema = null) =>
        modelBuilder.UseGdprKit(tables => _ = schema is null ? tables : tables.InSchema(schema));

    /// <summary>
    /// Adds the tables of the ledger and of the links to people, as a host wants them. Again it adds to what was asked for before.
    /// </summary>
    /// <param name="modelBuilder">The builder of the model.</param>
    /// <param name="configure">Says how the tables are wanted.</param>
    /// <exception cref="ArgumentException">GDPR1151: another schema was named before.</exception>
    public static ModelBuilder UseGdprKit(this ModelBuilder modelBuilder, Action<GdprKitTables> configure)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArgumentNullException.ThrowIfNull(configure);
        var wanted = new GdprKitTables();
        configure(wanted);
        LedgerTables.AddTo(new TableBuilding(modelBuilder, wanted));
        return modelBuilder;
    }
}
