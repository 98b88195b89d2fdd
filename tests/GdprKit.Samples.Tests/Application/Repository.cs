namespace GdprKit.Samples.Application;

/// <summary>The committed files that these tests read.</summary>
internal static class Repository
{
    private const string Solution = "GdprKit.sln";

    public static string Root { get; } = FindRoot();

    public static string FullPath(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"These tests read committed files, and no folder above them holds {Solution}.");
    }
}
