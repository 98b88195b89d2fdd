using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Subjects;

public sealed class SqliteLinkingTests : LinkingTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-linking-").FullName;

    protected override Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync()
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "people.sqlite"), Pooling = false }.ConnectionString;
        return Task.FromResult<Action<DbContextOptionsBuilder>>(options => options.UseSqlite(file));
    }

    protected override Task DropDatabaseAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
