using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Notices;

public sealed class PostgreSqlContactFixture(PostgreSqlServer server) : ContextContactFixture
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
