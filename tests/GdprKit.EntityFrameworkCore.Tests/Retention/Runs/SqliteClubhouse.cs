using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>In a file of SQLite.</summary>
/// <param name="patience">How many seconds a statement waits until the file is free; <see langword="null"/> for what the provider says.</param>
internal sealed class SqliteClubhouse(int? patience = null) : ClubhouseDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-runs-");

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(_folder.FullName, "clubhouse.sqlite"),
        DefaultTimeout = patience ?? new SqliteConnectionStringBuilder().DefaultTimeout,
    }.ConnectionString;

    public override Task<Action<DbContextOptionsBuilder>> CreateAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Action<DbContextOptionsBuilder>>(options => options.UseSqlite(ConnectionString));

    public override Task DropAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    public override async Task<string> BackUpAsync(CancellationToken cancellationToken)
    {
        var backup = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.backup");
        await using var connection = new SqliteConnection(ConnectionString);
        await using var into = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = backup, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await into.OpenAsync(cancellationToken);
        connection.BackupDatabase(into);
        return backup;
    }

    public override Task RestoreAsync(string backup, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
        SqliteConnection.ClearAllPools();
        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
        File.Copy(backup, file, overwrite: true);
        return Task.CompletedTask;
    }
}
