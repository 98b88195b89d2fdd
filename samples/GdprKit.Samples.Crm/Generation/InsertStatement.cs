using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GdprKit.Samples.Crm.Generation;

/// <summary>Inserts rows into one table with a statement that is prepared once. Values are bound without parameter objects, which would cost more than the rows.</summary>
internal sealed class InsertStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public InsertStatement(SqliteConnection connection, string table, params string[] columns)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(
            _database, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})", out _statement));
    }

    public void Insert(params ReadOnlySpan<SqliteValue> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            Check(values[index].Bind(_statement, index + 1));
        }

        Check(raw.sqlite3_step(_statement));
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), result);
        }
    }
}
