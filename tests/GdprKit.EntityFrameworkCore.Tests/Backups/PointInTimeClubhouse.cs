using GdprKit.EntityFrameworkCore.Retention;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>On a server of PostgreSQL that is brought back to a moment from its base backup and its archive; where it is not installed, the test is skipped.</summary>
/// <param name="server">The server.</param>
internal sealed class PointInTimeClubhouse(PointInTimeServer server) : ClubhouseDatabase
{
    private PostgreSqlDatabase? _database;

    public override async Task<Action<DbContextOptionsBuilder>> CreateAsync(CancellationToken cancellationToken)
    {
        _database = PostgreSqlInstallation.IsInstalled ? await server.CreateDatabaseAsync(cancellationToken) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        var reached = _database.ConnectionString;
        return options => options.UseNpgsql(reached);
    }

    public override async Task DropAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    public override Task<string> BackUpAsync(CancellationToken cancellationToken) => server.MarkAsync(cancellationToken);

    public override Task RestoreAsync(string backup, CancellationToken cancellationToken) => server.RecoverAsync(backup, cancellationToken);

    public override async Task<(Action<DbContextOptionsBuilder> Reach, IAsyncDisposable Drop)> RestoreBesideAsync(string backup, CancellationToken cancellationToken)
    {
        var scratch = await server.RecoverBesideAsync(backup, cancellationToken);
        var reached = new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { Port = scratch.Port, Pooling = false }.ConnectionString;
        return (options => options.UseNpgsql(reached), scratch);
    }
}
