using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What SQLite says of its tables.</summary>
internal sealed class SqliteCatalogue(DbContext context) : DatabaseCatalogue(context)
{
    protected override async Task<IReadOnlyList<DatabaseIndex>?> ReadIndexesAsync(ITable table, CancellationToken cancellationToken)
    {
        var kinds = await ReadAsync($"SELECT type FROM sqlite_master WHERE name = {Placeholder} COLLATE NOCASE AND type IN ('table', 'view')", [table.Name], reader => reader.GetString(0), cancellationToken).ConfigureAwait(false);
        if (kinds is not ["table"])
        {
            return null;
        }

        var columns = await ReadAsync(
            $"""
            SELECT l.name, l."unique", l.partial, i.name
            FROM pragma_index_list({Placeholder}) AS l
            CROSS JOIN pragma_index_info(l.name) AS i
            ORDER BY l.seq, i.seqno
            """,
            [table.Name],
            reader => (Index: reader.GetString(0), IsUnique: reader.GetBoolean(1), IsPartial: reader.GetBoolean(2), Column: reader.IsDBNull(3) ? null : reader.GetString(3)),
            cancellationToken).ConfigureAwait(false);

        // A table is sorted by its primary key, and the list of its indexes does not say so.
        var key = await ReadAsync(
            $"SELECT name FROM pragma_table_info({Placeholder}) WHERE pk > 0 ORDER BY pk", [table.Name], reader => (string?)reader.GetString(0), cancellationToken).ConfigureAwait(false);
        var indexes = columns.GroupBy(column => column.Index).Select(index => new DatabaseIndex(
            index.Key, index.Select(column => column.Column).ToValueList(), index.First().IsUnique, IsUsable: !index.First().IsPartial, DatabaseIndex.Sorted));
        return key.Count == 0 ? [.. indexes] : [.. indexes, new DatabaseIndex("", key.ToValueList(), IsUnique: true, IsUsable: true, DatabaseIndex.Sorted)];
    }
}
