using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Adds tables to a model, with names and collations that no setting of the host changes.</summary>
internal sealed class TableBuilding(ModelBuilder model, GdprKitTables wanted)
{
    private readonly Dialect _dialect = DialectOf(model.Model);

    public EntityTypeBuilder<TRow> Add<TRow>(string table, Expression<Func<TRow, object?>> key)
        where TRow : class
    {
        var entity = model.Entity<TRow>();
        entity.ToTable(table, SchemaOf(entity.Metadata));
        if (wanted.IsAppendOnly)
        {
            foreach (var trigger in AppendOnlyTriggers.DeclaredOn(table))
            {
                entity.ToTable(built => built.HasTrigger(trigger));
            }
        }

        entity.HasKey(key).HasName($"pk_{table}");
        foreach (var property in entity.Metadata.GetProperties())
        {
            property.SetColumnName(ColumnOf(property.Name));
            property.ValueGenerated = ValueGenerated.Never;
            if (property.ClrType == typeof(string))
            {
                property.SetCollation(OrdinalCollation);
            }
        }

        return entity;
    }

    // Who names no schema leaves it to whoever did, in whichever order they are asked.
    private string? SchemaOf(IMutableEntityType entity)
    {
        var before = entity.FindAnnotation(RelationalAnnotationNames.Schema)?.Value as string;
        return before is null || wanted.Schema is null || before == wanted.Schema
            ? wanted.Schema ?? before
            : throw new ArgumentException(
                $"{LedgerStoreMessages.TwoSchemas}: the tables of GdprKit are to lie in the schema '{before}' and in the schema '{wanted.Schema}'. Name one of them.");
    }

    // EntryId is entry_id.
    private static string ColumnOf(string property)
    {
        var column = new StringBuilder();
        foreach (var character in property)
        {
            if (char.IsUpper(character) && column.Length > 0)
            {
                column.Append('_');
            }

            column.Append(char.ToLowerInvariant(character));
        }

        return column.ToString();
    }

    /// <summary>
    /// Refuses texts that end in a blank where the database takes them for the texts without it, whatever the collation: a key that somebody
    /// else's key would be found by is worse than one that cannot be stored.
    /// </summary>
    public void RefuseTrailingBlanks(EntityTypeBuilder entity, string property)
    {
        if (_dialect.IsSqlServer)
        {
            var (table, column) = (entity.Metadata.GetTableName(), ColumnOf(property));
            entity.ToTable(built => built.HasCheckConstraint($"ck_{table}_{column}", $"DATALENGTH([{column}]) = DATALENGTH(RTRIM([{column}]))"));
        }
    }

    /// <summary>
    /// Lets the database number the rows. SQLite numbers a table by its key without being asked, and keeps a list of the highest numbers only where it is.
    /// </summary>
    public void Number(EntityTypeBuilder entity, string property)
    {
        if (!_dialect.IsSqlite)
        {
            entity.Property(property).ValueGeneratedOnAdd();
        }
    }

    // Said of every text also where it is the default: a host may have chosen another default.
    private string OrdinalCollation => _dialect.IsPostgreSql ? "C" : _dialect.IsSqlServer ? "Latin1_General_100_BIN2" : "BINARY";

    // Which provider a model is for is told by what the provider wrote into it when it was begun; SQLite writes nothing.
    private static Dialect DialectOf(IMutableModel model)
    {
        var annotations = model.GetAnnotations().Select(annotation => annotation.Name).ToList();
        return new Dialect(
            annotations.Exists(name => name.StartsWith("Npgsql:", StringComparison.Ordinal)) ? Dialect.PostgreSql
                : annotations.Exists(name => name.StartsWith("SqlServer:", StringComparison.Ordinal)) ? Dialect.SqlServer
                : Dialect.Sqlite,
            HasDatabaseNulls: false);
    }
}
