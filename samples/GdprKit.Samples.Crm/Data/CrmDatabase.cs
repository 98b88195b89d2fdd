using Microsoft.Data.Sqlite;

namespace GdprKit.Samples.Crm.Data;

/// <summary>The working copy of the Chinook database: one file, made from the committed one when it is not there yet.</summary>
public sealed class CrmDatabase
{
    /// <summary>The setting that names another file, such as <c>--Crm:Database /tmp/shop.sqlite</c>.</summary>
    public const string PathSetting = "Crm:Database";

    private static readonly string Pristine = Path.Combine(AppContext.BaseDirectory, "Data", "Chinook.sqlite");

    public CrmDatabase(IConfiguration configuration)
        : this(configuration[PathSetting])
    {
    }

    /// <summary>The database in a file.</summary>
    /// <param name="path">The file; when empty, one in the application data folder of the user.</param>
    internal CrmDatabase(string? path)
    {
        IsNamed = !string.IsNullOrWhiteSpace(path);
        FilePath = Path.GetFullPath(IsNamed ? path! : DefaultPath());
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            // Without this SQLite makes an empty database where the file is missing, and the fault shows up elsewhere.
            Mode = SqliteOpenMode.ReadWrite,
        }.ConnectionString;
    }

    public string FilePath { get; }

    /// <summary>Whether the file was named, and is not the one in the application data folder of the user.</summary>
    public bool IsNamed { get; }

    public string ConnectionString { get; }

    // A check that fails half-way leaves no open transaction behind.
    private string Unpooled => new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString;

    /// <summary>A folder for what belongs to this database and must not lie in it: beside the file where that was named, and else in a folder of its own in the application data folder of the user.</summary>
    /// <param name="configured">The folder that was configured; when empty, none was.</param>
    /// <param name="what">What is in it, as <c>Backups</c>.</param>
    public string FolderFor(string? configured, string what) => Path.GetFullPath(
        !string.IsNullOrEmpty(configured) ? configured
        : IsNamed ? $"{FilePath}.{what.ToLowerInvariant()}"
        : $"{Path.GetDirectoryName(FilePath)}.{what}");

    /// <summary>
    /// Makes the working copy if there is none, checks that it can be read and written, and adds what the shop needs beside Chinook. Another
    /// version of the shop gave the ledger other tables or entries: such a copy is set aside for a new one, unless the file was named.
    /// </summary>
    /// <returns>Where the copy was put that was set aside; <see langword="null"/> when none was.</returns>
    /// <exception cref="CrmDatabaseException">The copy cannot be made, or is no Chinook database, or of another version, or cannot be written.</exception>
    public string? Prepare()
    {
        string? setAside;
        try
        {
            setAside = SetAsideIfOfAnotherVersion();
            if (!File.Exists(FilePath))
            {
                CopyPristine();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CrmDatabaseException(
                $"The working copy of the database cannot be made at '{FilePath}': {fault.Message} "
                + $"Name a file in a folder that you may write to: --{PathSetting} <path>.",
                fault);
        }

        try
        {
            Check();
        }
        catch (SqliteException fault)
        {
            throw new CrmDatabaseException(
                $"The database at '{FilePath}' cannot be used: {fault.Message} "
                + $"Delete that file to start from a fresh copy, or name another one: --{PathSetting} <path>.",
                fault);
        }

        return setAside;
    }

    // The shop has no migrations, as a released application would; what was recorded in it is kept, under another name.
    private string? SetAsideIfOfAnotherVersion()
    {
        if (!File.Exists(FilePath) || !IsOfAnotherVersion())
        {
            return null;
        }

        if (IsNamed)
        {
            throw new CrmDatabaseException(
                $"Another version of the shop made the database at '{FilePath}': its ledger has other tables or entries. Nothing was changed. "
                + $"Delete that file to start from a fresh copy, or name another one: --{PathSetting} <path>.");
        }

        var aside = Enumerable.Range(1, int.MaxValue).Select(number => $"{FilePath}.old{number}").First(path => !File.Exists(path));
        foreach (var ending in (string[])["-wal", "-shm", ""])
        {
            if (File.Exists(FilePath + ending))
            {
                File.Move(FilePath + ending, aside + ending);
            }
        }

        return aside;
    }

    private bool IsOfAnotherVersion()
    {
        try
        {
            using var connection = new SqliteConnection(Unpooled);
            connection.Open();
            return CrmSchema.HasAnotherLedger(connection);
        }
        catch (SqliteException)
        {
            // No database at all: the check that follows says so.
            return false;
        }
    }

    private static string DefaultPath()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(folder.Length == 0 ? Path.GetTempPath() : folder, "GdprKit.Samples.Crm", "Chinook.sqlite");
    }

    private void CopyPristine()
    {
        if (!File.Exists(Pristine))
        {
            throw new CrmDatabaseException($"The database to copy is not at '{Pristine}'. Build the application again: the build puts it there.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        // Under another name first: an instance that starts at the same moment never sees half a file.
        var part = $"{FilePath}.{Path.GetRandomFileName()}.part";
        try
        {
            // Not File.Copy, which would make the copy read-only when the committed file is.
            using (var from = File.OpenRead(Pristine))
            using (var to = File.Create(part))
            {
                from.CopyTo(to);
            }

            File.Move(part, FilePath);
        }
        catch (IOException) when (File.Exists(FilePath))
        {
            // The other instance was first; its copy is as good.
        }
        finally
        {
            File.Delete(part);
        }
    }

    private void Check()
    {
        using var connection = new SqliteConnection(Unpooled);
        connection.Open();
        using var command = connection.CreateCommand();
        // A file or folder that is read-only shows only when something is changed; nothing is kept of it.
        command.CommandText =
            "BEGIN IMMEDIATE; PRAGMA user_version = 1; ROLLBACK; SELECT 1 FROM Customer, Employee, Invoice WHERE 0;";
        command.ExecuteNonQuery();
        CrmSchema.Complete(connection);
    }
}
