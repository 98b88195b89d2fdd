using GdprKit.Requests;

namespace GdprKit.Conformance.Requests.Files;

/// <summary>The vault that GdprKit has.</summary>
public sealed class FolderVaultFixture : ExportVaultFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-exports-");

    public override ValueTask<IExportVault> OpenAsync(CancellationToken cancellationToken) => new(new FileExportVault(_folder.FullName));

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }
}
