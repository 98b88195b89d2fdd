using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GdprKit;

/// <summary>How a host wants the tables of GdprKit; given to <see cref="GdprKitModelBuilderExtensions.UseGdprKit(ModelBuilder, Action{GdprKitTables})"/>.</summary>
/// <remarks>For one thread at a time.</remarks>
public sealed class GdprKitTables
{
    internal GdprKitTables()
    {
    }

    internal string? Schema { get; private set; }

    internal bool IsAppendOnly { get; private set; }

    /// <summary>Puts the tables into a schema; by default they lie in that of the model.</summary>
    /// <param name="schema">The name of the schema.</param>
    /// <exception cref="ArgumentException">The name is empty or blank.</exception>
    public GdprKitTables InSchema(string schema)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        Schema = schema;
        return this;
    }

    /// <summary>
    /// Asks that the database itself refuses to change an entry, and to remove one that did not expire. By default only GdprKit sees to it.
    /// </summary>
    /// <remarks>
    /// Triggers do it, and Entity Framework Core makes none by itself: call
    /// <see cref="GdprKitMigrationBuilderExtensions.EnforceGdprKitAppendOnly(MigrationBuilder, string)"/> in a migration, or run the script of the package. A
    /// host of which the database lacks them, or has others, does not start (GDPR3160). Who owns the tables can drop the triggers, so let the
    /// application connect as somebody else.
    /// </remarks>
    public GdprKitTables AppendOnly()
    {
        IsAppendOnly = true;
        return this;
    }
}
