using GdprKit.EntityFrameworkCore.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>In a file of SQLite.</summary>
/// <param name="patience">How many seconds a statement waits until the file is free; <see langword="null"/> for what the provider says.</param>
/// <param name="way">How its backups are made.</param>
internal sealed class SqliteClubhouse(int? patience = null, SqliteBackupWay way = SqliteBackupWay.Pages) : ClubhouseDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-runs-");

    public string FilePath => Path.Combine(_folder.FullName, "clubhouse.sqlite");

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = FilePath,
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
        await SqliteBackup.MakeAsync(way, FilePath, backup, cancellationToken);
        return backup;
    }

    public override Task RestoreAsync(string backup, CancellationToken cancellationToken)
    {
        SqliteBackup.PutBack(backup, FilePath);
        return Task.CompletedTask;
    }

    public override Task<(Action<DbContextOptionsBuilder> Reach, IAsyncDisposable Drop)> RestoreBesideAsync(string backup, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(Directory.CreateTempSubdirectory("gdprkit-drill-").FullName, "copy.sqlite");
        SqliteBackup.PutBack(backup, copy);
        var reached = new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString;
        return Task.FromResult<(Action<DbContextOptionsBuilder>, IAsyncDisposable)>((options => options.UseSqlite(reached), new Copy(copy)));
    }

    private sealed class Copy(string file) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
