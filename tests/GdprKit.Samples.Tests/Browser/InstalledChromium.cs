namespace GdprKit.Samples.Browser;

/// <summary>The Chromium of this machine. None is downloaded: the tests that need one are skipped where there is none.</summary>
public static class InstalledChromium
{
    public const string Missing = "No Chromium is installed: chromium, chromium-browser or google-chrome is not on the PATH.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string? ExecutablePath { get; } = Find();

    public static bool IsFound => ExecutablePath is not null;

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return (from name in Names
                from folder in folders
                let path = Path.Combine(folder, name + suffix)
                where File.Exists(path)
                select path).FirstOrDefault();
    }
}
