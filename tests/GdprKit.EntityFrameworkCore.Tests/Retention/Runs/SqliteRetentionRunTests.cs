using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Retention;

public sealed class SqliteRetentionRunTests : RetentionRunTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-runs-");

    protected override Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync()
    {
        var file = Path.Combine(_folder.FullName, "clubhouse.sqlite");
        return Task.FromResult<Action<DbContextOptionsBuilder>>(options => options.UseSqlite($"Data Source={file}"));
    }

    protected override Task DropDatabaseAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
