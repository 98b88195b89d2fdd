namespace GdprKit.Register;

/// <summary>Reads a file that must not be large, without trusting the size it claims: a device or a growing file has none.</summary>
internal static class LimitedFile
{
    /// <summary>Reads the bytes of a file, or says why not.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="maximumBytes">How many bytes it may have.</param>
    /// <param name="bytes">The bytes; empty when there is a fault.</param>
    public static RegisterFault? Read(string path, int maximumBytes, out byte[] bytes)
    {
        bytes = [];
        if (Directory.Exists(path))
        {
            return RegisterFaults.FileUnreadable(path, "it is a folder");
        }

        try
        {
            using var file = System.IO.File.OpenRead(path);
            var buffer = new byte[Math.Min(file.CanSeek ? file.Length : 0, maximumBytes) + 1];
            var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            while (length == buffer.Length && length <= maximumBytes)
            {
                Array.Resize(ref buffer, Math.Min(2 * length, maximumBytes + 1));
                length += file.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            }

            if (length > maximumBytes)
            {
                return RegisterFaults.FileTooLarge(maximumBytes);
            }

            bytes = buffer[..length];
            return null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return RegisterFaults.FileMissing(path);
        }
        catch (UnauthorizedAccessException)
        {
            return RegisterFaults.FileUnreadable(path, "the application has no permission to read it");
        }
        catch (IOException failure)
        {
            return RegisterFaults.FileUnreadable(path, failure.Message.TrimEnd('.'));
        }
    }
}
