using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Which columns of SQLite hold nothing but dates as the application writes them. To find out, every date of the column is read; so it
/// is remembered until anybody changes the database. Safe for use by several threads.
/// </summary>
internal sealed class KnownTexts
{
    // Only of one and the same connection do two moments say whether something changed between them.
    private readonly ConditionalWeakTable<object, Columns> _known = [];

    /// <summary>What a question needs to know of columns at a moment; teaches the connection the order of those in which texts do not sort.</summary>
    public async Task<TextDates> AtAsync(SqliteMoment moment, DbContext context, IReadOnlyCollection<IProperty> columns, CancellationToken cancellationToken)
    {
        var known = SqliteConnections.Identity(context.Database.GetDbConnection()) is { } identity ? _known.GetOrCreateValue(identity) : new Columns();
        var sorted = new HashSet<IProperty>();
        foreach (var property in columns)
        {
            var date = WrittenDate.Of(property, Dialect.Of(context))!;
            if (known.Find(moment.At, property) is not { } isSorted)
            {
                isSorted = await IsSortedAsync(moment, context, property, date, cancellationToken).ConfigureAwait(false);
                known.Remember(moment.At, property, isSorted);
            }

            if (isSorted)
            {
                sorted.Add(property);
            }
            else
            {
                Teach(context, property);
            }
        }

        return new TextDates(sorted);
    }

    /// <summary>Teaches the connection the order of columns whose texts nobody has looked at.</summary>
    public static void Teach(DbContext context, IEnumerable<IProperty> columns)
    {
        foreach (var property in columns)
        {
            Teach(context, property);
        }
    }

    private static void Teach(DbContext context, IProperty property) =>
        SqliteConnections.Teach(context, WrittenDate.Of(property, Dialect.Of(context))!, $"{property.DeclaringType.ShortName()}.{property.Name}");

    private static async Task<bool> IsSortedAsync(SqliteMoment moment, DbContext context, IProperty property, WrittenDate date, CancellationToken cancellationToken)
    {
        var statements = Statements(property, context.GetService<ISqlGenerationHelper>()).ToList();
        foreach (var statement in statements)
        {
            if (!await moment.HasOnlyAsync(statement, date.IsAsWritten, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        // What is in no column of its own, but in a document, and what a query of the host finds, was not looked at.
        return statements.Count > 0;
    }

    // An index gives every text once without looking for it; without one SQLite would have to sort.
    private static IEnumerable<string> Statements(IProperty property, ISqlGenerationHelper sql) =>
        from mapping in property.GetTableColumnMappings().Cast<IColumnMappingBase>().Concat(property.GetViewColumnMappings())
        where property.DeclaringType.ContainingEntityType is var type && (type.GetSqlQuery() ?? type.GetFunctionName()) is null
        let column = sql.DelimitIdentifier(mapping.Column.Name)
        let table = sql.DelimitIdentifier(mapping.TableMapping.Table.Name, mapping.TableMapping.Table.Schema)
        let once = property.GetContainingIndexes().Any(index => index.Properties[0] == property) ? "DISTINCT " : ""
        select $"SELECT {once}{column} FROM {table} WHERE {column} IS NOT NULL";

    private sealed class Columns
    {
        private readonly Dictionary<IProperty, bool> _sorted = [];
        private SqliteMoment.Stamp _at;

        public bool? Find(SqliteMoment.Stamp at, IProperty property)
        {
            lock (_sorted)
            {
                return at == _at && _sorted.TryGetValue(property, out var isSorted) ? isSorted : null;
            }
        }

        public void Remember(SqliteMoment.Stamp at, IProperty property, bool isSorted)
        {
            lock (_sorted)
            {
                if (at != _at)
                {
                    _sorted.Clear();
                    _at = at;
                }

                _sorted[property] = isSorted;
            }
        }
    }
}
