using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Adds tables to a model, with names and collations that no setting of the host changes.</summary>
internal sealed class TableBuilding(ModelBuilder model, GdprKitTables wanted)
{
    private readonly string? _collation = OrdinalCollation(model.Model);

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
            if (property.ClrType == typeof(string) && _collation is not null)
            {
                property.SetCollation(_collation);
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

    // Which provider a model is for is told by what the provider wrote into it when it was begun. SQLite compares bytes by default.
    private static string? OrdinalCollation(IMutableModel model)
    {
        var annotations = model.GetAnnotations().Select(annotation => annotation.Name).ToList();
        return annotations.Exists(name => name.StartsWith("Npgsql:", StringComparison.Ordinal)) ? "C"
            : annotations.Exists(name => name.StartsWith("SqlServer:", StringComparison.Ordinal)) ? "Latin1_General_100_BIN2"
            : null;
    }
}
