using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Subjects;

public sealed class PostgreSqlSourceFixture(PostgreSqlServer server) : ContextSourceFixture
{
    private PostgreSqlDatabase? _database;

    public override async ValueTask InitializeAsync()
    {
        if (PostgreSqlInstallation.IsInstalled)
        {
            _database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
            await CreateAsync(options => options.UseNpgsql(_database.ConnectionString));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
