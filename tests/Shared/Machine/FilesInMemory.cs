using System.Runtime.CompilerServices;

namespace GdprKit.Machine;

/// <summary>
/// Keeps what tests write to temporary files in memory, where there is room for it: databases wait for a disk otherwise, for the sake of data
/// that are gone with the test. A kill of a process loses nothing of it either. Who names a folder in <c>TMPDIR</c> gets that one.
/// </summary>
internal static class FilesInMemory
{
    private const string Folder = "/dev/shm";

    private const string Variable = "TMPDIR";

    // Several projects run side by side, each with a server and some databases of its own.
    private const long Room = 4L << 30;

    [ModuleInitializer]
    public static void Use()
    {
        if (OperatingSystem.IsLinux()
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
            && Directory.Exists(Folder)
            && new DriveInfo(Folder).AvailableFreeSpace >= Room
            && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= 2 * Room)
        {
            Environment.SetEnvironmentVariable(Variable, Folder);
        }
    }
}
