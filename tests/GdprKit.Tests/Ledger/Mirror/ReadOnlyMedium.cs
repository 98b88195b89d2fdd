namespace GdprKit.Ledger.Mirror;

/// <summary>A disk of which this account may only read.</summary>
internal sealed class ReadOnlyMedium : MirrorMedium
{
    public override FileStream Open(string path, FileMode mode, FileShare share = FileShare.ReadWrite | FileShare.Delete) => throw new UnauthorizedAccessException($"Access to the path '{path}' is denied.");

    public override void CreateFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new UnauthorizedAccessException($"Access to the path '{path}' is denied.");
        }
    }
}
