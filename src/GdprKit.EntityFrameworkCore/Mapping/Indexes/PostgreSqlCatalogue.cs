using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What PostgreSQL says of its tables.</summary>
internal sealed class PostgreSqlCatalogue(DbContext context) : DatabaseCatalogue(context)
{
    protected override async Task<IReadOnlyList<DatabaseIndex>?> ReadIndexesAsync(ITable table, CancellationToken cancellationToken)
    {
        // Tables, partitioned ones, and views that are stored like tables.
        var kinds = await ReadAsync(
            $"SELECT 1 FROM pg_catalog.pg_class WHERE oid = to_regclass({Placeholder}) AND relkind IN ('r', 'p', 'm')", [Delimited(table)], reader => reader.GetInt32(0), cancellationToken).ConfigureAwait(false);
        if (kinds.Count == 0)
        {
            return null;
        }

        var columns = await ReadAsync(
            $"""
            SELECT x.relname::text, i.indisunique, i.indisvalid AND i.indpred IS NULL, m.amname::text, a.attname::text
            FROM pg_catalog.pg_index AS i
            JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
            JOIN pg_catalog.pg_am AS m ON m.oid = x.relam
            CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (number, place)
            LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number > 0
            WHERE i.indrelid = to_regclass({Placeholder}) AND k.place <= i.indnkeyatts
            ORDER BY x.relname, k.place
            """,
            [Delimited(table)],
            reader => (Index: reader.GetString(0), IsUnique: reader.GetBoolean(1), IsUsable: reader.GetBoolean(2), Method: reader.GetString(3), Column: reader.IsDBNull(4) ? null : reader.GetString(4)),
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. columns.GroupBy(column => column.Index).Select(index => new DatabaseIndex(
                index.Key, index.Select(column => column.Column).ToValueList(), index.First().IsUnique, index.First().IsUsable, index.First().Method)),
        ];
    }
}
