namespace GdprKit.Ledger;

/// <summary>What the medium of a mirror says, as a refusal that says what to do.</summary>
internal static class MirrorFaults
{
    // ENOSPC, EFBIG and EDQUOT of Unix; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Full = [28, 27, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // EWOULDBLOCK of Linux and of the BSDs; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Whether an exception is one of the medium.</summary>
    // A file that may not grow further is told by .NET as an argument out of range.
    public static bool IsOfMedium(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>The refusal.</summary>
    public static LedgerException Of(Exception exception)
    {
        // Its own text has the path in it, and a path can name the account of a person.
        var cause = new IOException($"{exception.GetType().Name} {exception.HResult}", exception.HResult);
        return exception is ArgumentOutOfRangeException || Array.IndexOf(Full, exception.HResult) >= 0 ? LedgerException.MirrorFull(cause) : LedgerException.MirrorUnreachable(cause);
    }

    /// <summary>Whether a folder is there. <see cref="Directory.Exists(string?)"/> also says no of one that may not be looked at.</summary>
    public static bool IsThere(string folder)
    {
        try
        {
            return File.GetAttributes(folder).HasFlag(FileAttributes.Directory) ? true : throw new IOException();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Keeps a file open that one can have open at a time.</summary>
    /// <exception cref="LedgerException">GDPR3131: somebody else has.</exception>
    public static FileStream Claim(string path, MirrorMedium medium)
    {
        try
        {
            return medium.Open(path, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException exception) when (Array.IndexOf(Taken, exception.HResult) >= 0)
        {
            throw LedgerException.MirrorBusy();
        }
    }
}
