using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Notices;

public sealed class SqliteObtainedTests : ObtainedTests
{
    private readonly SqliteConnection _open = new($"Data Source=obtained-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");

    protected override async Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync()
    {
        await _open.OpenAsync(Token);
        return options => options.UseSqlite(_open.ConnectionString);
    }

    protected override Task DropDatabaseAsync() => _open.DisposeAsync().AsTask();
}
