using GdprKit.Samples.Crm.Data;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Samples.Crm.Backups;

/// <summary>The backups of the shop: a file for each, with the moment at which it was made in its name. A real shop keeps them on another machine.</summary>
public sealed class BackupFolder(IConfiguration configuration, CrmDatabase database)
{
    /// <summary>The setting that names another folder, such as <c>--Crm:Backups /other-disk/backups</c>.</summary>
    public const string Setting = "Crm:Backups";

    private static readonly InstantPattern Name = InstantPattern.CreateWithInvariantCulture("'shop-'uuuuMMdd'T'HHmmss'.sqlite'");

    public string FolderPath { get; } = database.FolderFor(configuration[Setting], "Backups");

    /// <summary>The backups that are there, the newest first.</summary>
    public IReadOnlyList<(string Path, Instant MadeAt)> Backups => !Directory.Exists(FolderPath) ? [] :
    [
        .. Directory.GetFiles(FolderPath)
            .Select(path => (Path: path, Made: Name.Parse(Path.GetFileName(path))))
            .Where(file => file.Made.Success)
            .Select(file => (file.Path, file.Made.Value))
            .OrderByDescending(file => file.Value),
    ];

    /// <summary>Makes a backup: a whole and consistent copy, also while the shop is at work.</summary>
    public async Task<string> MakeAsync(Instant now, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(FolderPath);
        var path = Path.Combine(FolderPath, Name.Format(now));
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", path);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return path;
    }

    /// <summary>Removes the backups that were made before an instant.</summary>
    public void RemoveBefore(Instant instant)
    {
        foreach (var (path, _) in Backups.Where(backup => backup.MadeAt < instant))
        {
            File.Delete(path);
        }
    }
}
