using Microsoft.EntityFrameworkCore;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Ledger;

public class PostgreSqlLedgerFixture(PostgreSqlServer server) : ContextLedgerFixture
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
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override Exception WhyNot() => SkipException.ForSkip(PostgreSqlInstallation.Missing);
}
