namespace GdprKit.Ledger;

/// <summary>A file with keys, which only the account of the application can read, and which is there whole or not at all.</summary>
internal static class KeyFile
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the file: written beside its place, flushed, and only then given its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="flush">Waits until it is on the disk; tests put one in its place whose disk is full.</param>
    /// <exception cref="IOException">There is one already, or it cannot be written; then nothing is left of it.</exception>
    public static void Make(string path, ReadOnlySpan<byte> bytes, Action<FileStream> flush)
    {
        // A name of its own: who was killed here leaves nothing that stands in the way of the next one.
        var draft = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            using (var file = Open(draft))
            {
                file.Write(bytes);
                flush(file);
            }

            // Of two who make one at once the second is refused.
            File.Move(draft, path, overwrite: false);
        }
        catch
        {
            Remove(draft);
            throw;
        }
    }

    // Never a file that is there: others may be able to read it, or have it open.
    public static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    public static void Flush(FileStream file) => file.Flush(flushToDisk: true);

    /// <summary>Takes back what was not finished; why it was not is what is told.</summary>
    public static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            // Its folder is gone, or may not be written to any more.
        }
    }

    /// <summary>Whether an exception is one of the disk. That a file may not grow further .NET tells as an argument out of range.</summary>
    public static bool IsOfDisk(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };
}
