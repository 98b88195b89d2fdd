using GdprKit.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GdprKit;

/// <summary>Lets a migration make the ledger append-only in the database.</summary>
public static class GdprKitMigrationBuilderExtensions
{
    /// <summary>
    /// Makes the triggers by which the database refuses to change an entry, and to remove one that did not expire; again it makes them anew.
    /// For a model that asks for it with <see cref="GdprKitTables.AppendOnly"/>. Call it after the tables were made.
    /// </summary>
    /// <remarks>On SQLite a migration that changes a table of GdprKit makes the table anew, and its triggers go: drop them before, and call this after.</remarks>
    /// <param name="migrationBuilder">The builder of the migration; for SQLite, PostgreSQL or SQL Server.</param>
    /// <param name="schema">The schema of the tables, as the migration has it that made them; <see langword="null"/>, as by default, for none.</param>
    /// <exception cref="GdprKit.Ledger.LedgerException">GDPR3155: the provider is not known.</exception>
    public static MigrationBuilder EnforceGdprKitAppendOnly(this MigrationBuilder migrationBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        return migrationBuilder.Run(AppendOnlyTriggers.Create(migrationBuilder.ActiveProvider, schema));
    }

    /// <summary>Removes these triggers; without them it does nothing.</summary>
    /// <param name="migrationBuilder">The builder of the migration; for SQLite, PostgreSQL or SQL Server.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/>, as by default, for none.</param>
    /// <exception cref="GdprKit.Ledger.LedgerException">GDPR3155: the provider is not known.</exception>
    public static MigrationBuilder DropGdprKitAppendOnly(this MigrationBuilder migrationBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        return migrationBuilder.Run(AppendOnlyTriggers.Drop(migrationBuilder.ActiveProvider, schema));
    }

    private static MigrationBuilder Run(this MigrationBuilder migrationBuilder, IReadOnlyList<string> statements)
    {
        foreach (var statement in statements)
        {
            migrationBuilder.Sql(statement);
        }

        return migrationBuilder;
    }
}
