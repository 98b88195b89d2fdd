using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>The folder with the encrypted copies of data that people asked for, until they are fetched or their time is over. It belongs in no backup.</summary>
public sealed class ExportFolder(IConfiguration configuration, CrmDatabase database)
{
    /// <summary>The setting that names another folder, such as <c>--Crm:Exports /other-disk/exports</c>.</summary>
    public const string Setting = "Crm:Exports";

    /// <summary>
    /// The folder: when nothing is configured, beside the file of a database that was named, and otherwise in a folder of its own in the application data folder of the user.
    /// </summary>
    public string FolderPath { get; } = Path.GetFullPath(
        configuration[Setting] is { Length: > 0 } configured ? configured
        : database.IsNamed ? $"{database.FilePath}.exports"
        : Path.Combine($"{Path.GetDirectoryName(database.FilePath)}.Exports", "exports"));
}
