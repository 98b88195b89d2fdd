namespace GdprKit.Ledger;

/// <summary>Content in files, each under its digest.</summary>
internal sealed class MirrorContent(MirrorMedium medium, string root)
{
    private bool _isKept;

    private string Folder => Path.Combine(root, "content");

    public bool Has(Digest digest) => File.Exists(PathOf(digest));

    /// <summary>The content; <see langword="null"/> when there is none.</summary>
    /// <exception cref="LedgerException">GDPR3132: it is not what its digest says.</exception>
    public LedgerContent? Read(Digest digest)
    {
        try
        {
            using var file = File.OpenHandle(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(file);
            if (length > LedgerLimits.ContentBytes)
            {
                throw LedgerException.MirrorDamaged(-1);
            }

            var bytes = new byte[(int)length];
            for (var read = 0; read < bytes.Length;)
            {
                var more = RandomAccess.Read(file, bytes.AsSpan(read), read);
                read = more > 0 ? read + more : throw LedgerException.MirrorDamaged(-1);
            }

            var content = LedgerContent.Of(bytes);
            return content.Digest == digest ? content : throw LedgerException.MirrorDamaged(-1);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Keep(ValueList<LedgerContent> contents, CancellationToken cancellationToken)
    {
        var isChanged = false;
        foreach (var content in contents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = PathOf(content.Digest);
            if (File.Exists(path))
            {
                continue;
            }

            medium.CreateFolder(Folder);
            using (var file = medium.Open(path + ".new", FileMode.Create))
            {
                medium.Write(file.SafeFileHandle, content.Bytes.AsSpan(), 0);
                medium.Flush(file.SafeFileHandle);
            }

            medium.Move(path + ".new", path);
            isChanged = true;
        }

        // Who put content there before may have ended before its name was on the disk.
        if (isChanged || (!_isKept && Directory.Exists(Folder)))
        {
            medium.FlushFolder(Folder);
        }

        _isKept = true;
    }

    private string PathOf(Digest digest) => Path.Combine(Folder, digest.ToString());
}
