using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Shapes;

public sealed class SqliteShapeTests : ShapeTests
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    protected override async Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync()
    {
        await _connection.OpenAsync(Token);
        return options => options.UseSqlite(_connection);
    }

    protected override async Task DropDatabaseAsync() => await _connection.DisposeAsync();
}
