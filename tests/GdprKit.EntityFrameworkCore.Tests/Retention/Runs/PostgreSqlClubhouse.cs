using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>On the server of PostgreSQL of the tests; where it is not installed, the test is skipped.</summary>
/// <param name="server">The server.</param>
/// <param name="settings">Settings of the connections by which a run reaches it.</param>
internal sealed class PostgreSqlClubhouse(PostgreSqlServer server, string settings = "") : ClubhouseDatabase
{
    private readonly List<string> _backups = [];

    private PostgreSqlDatabase? _database;

    /// <summary>By which a test reaches it.</summary>
    public string ConnectionString => _database!.ConnectionString;

    public override async Task<Action<DbContextOptionsBuilder>> CreateAsync(CancellationToken cancellationToken)
    {
        _database = PostgreSqlInstallation.IsInstalled ? await server.CreateDatabaseAsync(cancellationToken) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        var reached = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Options = settings, ApplicationName = "run" }.ConnectionString;
        return options => options.UseNpgsql(reached);
    }

    public override async Task DropAsync()
    {
        _backups.ForEach(File.Delete);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    public override async Task<string> BackUpAsync(CancellationToken cancellationToken)
    {
        var backup = Path.Combine(Path.GetTempPath(), $"gdprkit-{Guid.NewGuid():N}.dump");
        await _database!.DumpAsync(backup, cancellationToken);
        _backups.Add(backup);
        return backup;
    }

    public override Task RestoreAsync(string backup, CancellationToken cancellationToken) => _database!.RestoreAsync(backup, cancellationToken);

    public override async Task<(Action<DbContextOptionsBuilder> Reach, IAsyncDisposable Drop)> RestoreBesideAsync(string backup, CancellationToken cancellationToken)
    {
        var scratch = await server.CreateDatabaseAsync(cancellationToken);
        await scratch.RestoreAsync(backup, cancellationToken);
        return (options => options.UseNpgsql(scratch.ConnectionString), scratch);
    }
}
