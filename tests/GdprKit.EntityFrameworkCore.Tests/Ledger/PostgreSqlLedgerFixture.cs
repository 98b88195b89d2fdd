using GdprKit.Conformance;
using Microsoft.EntityFrameworkCore;
using Npgsql;
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

    /// <summary>Interrupted by the network: a message to the server, or its answer, does not arrive, and the connection is gone.</summary>
    public override async ValueTask<LedgerSession> OpenInterruptedAsync(int steps, CancellationToken cancellationToken)
    {
        if (_database is null)
        {
            throw WhyNot();
        }

        var direct = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        var network = new BreakingNetwork(direct.Port, steps);
        var through = new NpgsqlConnectionStringBuilder(direct.ConnectionString) { Port = network.Port, Pooling = false };
        var context = new LedgerContext(new DbContextOptionsBuilder<LedgerContext>().UseNpgsql(through.ConnectionString).Options);
        await context.Database.OpenConnectionAsync(cancellationToken);
        network.Begin();
        return Over(context, network);
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
