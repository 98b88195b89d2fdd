using Microsoft.Data.Sqlite;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>How an operator makes a backup of a file of SQLite, and puts it back.</summary>
internal static class SqliteBackup
{
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>Makes a backup.</summary>
    public static Task MakeAsync(SqliteBackupWay way, string file, string backup, CancellationToken cancellationToken) => way switch
    {
        SqliteBackupWay.Pages => CopyPagesAsync(file, backup, cancellationToken),
        SqliteBackupWay.VacuumInto => VacuumIntoAsync(file, backup, cancellationToken),
        _ => Task.Run(() => CopyFiles(file, backup, withLog: way == SqliteBackupWay.Files), cancellationToken),
    };

    /// <summary>Puts a backup in the place of a file; nothing that belonged to the old one stays beside it.</summary>
    public static void PutBack(string backup, string file)
    {
        SqliteConnection.ClearAllPools();
        foreach (var companion in Companions)
        {
            File.Delete(file + companion);
        }

        File.Copy(backup, file, overwrite: true);
        if (File.Exists($"{backup}-wal"))
        {
            File.Copy($"{backup}-wal", $"{file}-wal");
        }
    }

    private static async Task CopyPagesAsync(string file, string backup, CancellationToken cancellationToken)
    {
        await using var connection = Open(file);
        await using var into = Open(backup);
        await connection.OpenAsync(cancellationToken);
        await into.OpenAsync(cancellationToken);
        connection.BackupDatabase(into);
    }

    private static async Task VacuumIntoAsync(string file, string backup, CancellationToken cancellationToken)
    {
        await using var connection = Open(file);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $backup";
        command.Parameters.AddWithValue("$backup", backup);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void CopyFiles(string file, string backup, bool withLog)
    {
        File.Copy(file, backup);
        if (withLog && File.Exists($"{file}-wal"))
        {
            File.Copy($"{file}-wal", $"{backup}-wal");
        }
    }

    private static SqliteConnection Open(string file) => new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
}
