using System.Diagnostics;

namespace GdprKit.Architecture;

/// <summary>The files this solution is made of.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that is committed or could be: ignored files are left out. Paths are relative, with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. ListFiles().Order(StringComparer.Ordinal)];

    /// <summary>The names of the shipped packages, the core first.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        .. Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file)),
    ];

    public static string FullPath(string file) => Path.Combine(Root, file);

    public static string ReadText(string file) => File.ReadAllText(FullPath(file));

    /// <summary>The path of a package's assembly as it was built for these tests.</summary>
    public static string AssemblyPath(string package) => Path.Combine(AppContext.BaseDirectory, $"{package}.dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GdprKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests read the solution they were built from; no folder above them holds GdprKit.sln.");
    }

    private static IEnumerable<string> ListFiles()
    {
        // Not everybody builds from a clone: a source archive has no history, and no ignored files but build output and npm packages.
        var files = Path.Exists(Path.Combine(Root, ".git")) ? AskGit() : WalkFolders();
        return files.Where(file => File.Exists(FullPath(file)));
    }

    private static IEnumerable<string> AskGit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"git ls-files ended with exit code {git.ExitCode}.");
    }

    private static IEnumerable<string> WalkFolders() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "TestResults" or "node_modules"));
}
