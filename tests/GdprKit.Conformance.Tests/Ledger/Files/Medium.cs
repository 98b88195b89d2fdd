namespace GdprKit.Conformance.Files;

/// <summary>Where files are written. Tests put one in its place that breaks, or that is full.</summary>
internal class Medium
{
    /// <summary>Writes bytes to a file, after as many of its own as are kept.</summary>
    public virtual void Write(string path, long kept, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        file.SetLength(kept);
        file.Seek(0, SeekOrigin.End);
        file.Write(bytes);
    }

    public virtual void Move(string from, string to) => File.Move(from, to);

    public virtual void Delete(string path) => File.Delete(path);
}
