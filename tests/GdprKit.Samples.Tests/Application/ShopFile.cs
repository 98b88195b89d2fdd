using Microsoft.Data.Sqlite;

namespace GdprKit.Samples.Application;

/// <summary>A database of the sample, asked with statements written by hand.</summary>
internal sealed class ShopFile(string path)
{
    public long Number(string statement) => Read(statement, row => row.GetInt64(0)).Single();

    public List<T> Read<T>(string statement, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
