namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>The scripts that the package has for applications whose database comes first.</summary>
internal static class LedgerScripts
{
    public static Task<string> ReadAsync(string name, CancellationToken cancellationToken) => File.ReadAllTextAsync(PathOf(name), cancellationToken);

    // A deterministic build does not know where its files lay; the folder of the solution is found from where the tests run.
    public static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GdprKit.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests read the scripts of the solution they were built from; no folder above them holds GdprKit.sln.");
        }

        return Path.Combine(folder.FullName, "src/GdprKit.EntityFrameworkCore/Ledger/Tables", $"{name}.sql");
    }
}
