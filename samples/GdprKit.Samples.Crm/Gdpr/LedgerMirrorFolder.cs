using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>
/// The folder with the copy of the ledger: outside of the database, so that it is not put back together with it when an old backup is restored. A real shop puts it on another disk.
/// </summary>
public sealed class LedgerMirrorFolder(IConfiguration configuration, CrmDatabase database)
{
    /// <summary>The setting that names another folder, such as <c>--Crm:LedgerMirror /other-disk/ledger</c>.</summary>
    public const string Setting = "Crm:LedgerMirror";

    /// <summary>
    /// The folder: when nothing is configured, beside the file of a database that was named, and otherwise in a folder of its own in the application data folder of the
    /// user. Every database has its own.
    /// </summary>
    public string FolderPath { get; } = Path.GetFullPath(
        configuration[Setting] is { Length: > 0 } configured ? configured
        : database.IsNamed ? $"{database.FilePath}.mirror"
        : Path.Combine($"{Path.GetDirectoryName(database.FilePath)}.Mirror", "ledger"));

    /// <summary>Makes the folder in which it lies; the copy itself is made when it is first written to.</summary>
    public void Prepare()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FolderPath)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The shop runs without it; the health check and the log say that the copy cannot be reached.
        }
    }

    /// <summary>Puts the copy aside that belongs to a database which was put aside: to the new one it would be that of another ledger.</summary>
    public void SetAside()
    {
        if (Directory.Exists(FolderPath))
        {
            Directory.Move(FolderPath, Enumerable.Range(1, int.MaxValue).Select(number => $"{FolderPath}.old{number}").First(path => !Directory.Exists(path)));
        }
    }
}
