using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GdprKit.EntityFrameworkCore.Conformance;

public class SqliteFixture : EntityFrameworkCoreFixture<SqliteConformanceContext>
{
    private string? _folder;

    protected override async ValueTask<Action<DbContextOptionsBuilder>> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        // Without a pool nothing stays open when the file is deleted. With a log of their own, readers and a writer do not wait for each other.
        _folder = Directory.CreateTempSubdirectory("gdprkit-sqlite-").FullName;
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "conformance.sqlite"), Pooling = false };
        await using var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return options => options.UseSqlite(file.ConnectionString, Configure);
    }

    /// <summary>What the host wishes of its database beyond where it is.</summary>
    protected virtual void Configure(SqliteDbContextOptionsBuilder options)
    {
    }

    protected override string IndexedColumns => """
        SELECT t.name || '/' || l.name || '/' || i.name AS "Value" FROM sqlite_master AS t
        JOIN pragma_index_list(t.name) AS l JOIN pragma_index_info(l.name) AS i WHERE t.type = 'table' ORDER BY t.name, l.name, i.seqno
        """;

    protected override ValueTask DropDatabaseAsync()
    {
        Directory.Delete(_folder!, recursive: true);
        return ValueTask.CompletedTask;
    }
}
