using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GdprKit.Ledger;

/// <summary>Every step by which a mirror in files changes its disk, each by itself. Tests put one in its place that breaks, or that is full.</summary>
internal class MirrorMedium
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const int ReadOnlyAccess = 0;

    /// <summary>Makes a folder, if it is not there; not the one in which it lies, because then a disk is missing rather than a folder.</summary>
    public virtual void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new DirectoryNotFoundException();
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Opens a file for writing; no other account can read one that is made by it.</summary>
    public virtual FileStream Open(string path, FileMode mode, FileShare share = FileShare.ReadWrite | FileShare.Delete)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    public virtual void Cut(SafeFileHandle file, long length) => RandomAccess.SetLength(file, length);

    /// <summary>Waits until what was written to a file outlives a loss of power.</summary>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <summary>As <see cref="Flush"/>, for the names in a folder. Windows keeps those by itself.</summary>
    public virtual void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = OpenForFlush([.. System.Text.Encoding.UTF8.GetBytes(path), 0], ReadOnlyAccess);
        if (folder < 0)
        {
            throw new IOException("A folder cannot be opened.", Marshal.GetLastPInvokeError());
        }

        var (isFlushed, error) = (FlushDescriptor(folder) == 0, Marshal.GetLastPInvokeError());
        _ = CloseDescriptor(folder);
        if (!isFlushed)
        {
            throw new IOException("A folder cannot be flushed.", error);
        }
    }

    public virtual void Move(string from, string to) => File.Move(from, to, overwrite: true);

    public virtual void Delete(string path) => File.Delete(path);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenForFlush(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FlushDescriptor(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseDescriptor(int descriptor);
}
