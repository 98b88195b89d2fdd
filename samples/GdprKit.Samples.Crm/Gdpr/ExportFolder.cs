using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>The folder with the encrypted copies of data that people asked for, until they are fetched or their time is over. It belongs in no backup.</summary>
public sealed class ExportFolder(IConfiguration configuration, CrmDatabase database)
{
    /// <summary>The setting that names another folder, such as <c>--Crm:Exports /other-disk/exports</c>.</summary>
    public const string Setting = "Crm:Exports";

    public string FolderPath { get; } = database.FolderFor(configuration[Setting], "Exports");
}
