namespace GdprKit.Conformance.Files;

/// <summary>The files of a folder as they would be with what was changed in this view, which nobody else sees yet.</summary>
internal sealed class FolderView(string root)
{
    private readonly SortedDictionary<string, FileChange> _changes = new(StringComparer.Ordinal);

    public IEnumerable<FileChange> Changes => _changes.Values;

    /// <summary>The content of a file; nothing when there is none.</summary>
    public Stream? Open(string path)
    {
        var change = _changes.GetValueOrDefault(path);
        var file = Path.Combine(root, path);
        if (change is null)
        {
            return File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;
        }

        if (change.Replaces)
        {
            return change.Bytes.Length == 0 ? null : new MemoryStream(change.Bytes);
        }

        var whole = new MemoryStream();
        if (File.Exists(file))
        {
            whole.Write(File.ReadAllBytes(file));
        }

        whole.SetLength(change.Length);
        whole.Seek(0, SeekOrigin.End);
        whole.Write(change.Bytes);
        whole.Seek(0, SeekOrigin.Begin);
        return whole;
    }

    public byte[]? Read(string path)
    {
        using var stream = Open(path);
        if (stream is null)
        {
            return null;
        }

        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>The names below a folder, in the order of their characters.</summary>
    public IEnumerable<string> List(string folder)
    {
        var path = Path.Combine(root, folder);
        var names = Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)) : [];
        var changed = _changes.Keys.Where(changed => changed.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(changed => changed[(folder.Length + 1)..].Split('/')[0]);
        return names.Union(changed, StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    public void Write(string path, byte[] bytes) => _changes[path] = new FileChange(path, Replaces: true, 0, bytes);

    public void Delete(string path) => Write(path, []);

    public void Append(string path, byte[] bytes)
    {
        var change = _changes.GetValueOrDefault(path) ?? new FileChange(path, Replaces: false, Length(path), []);
        _changes[path] = change with { Bytes = [.. change.Bytes, .. bytes] };
    }

    private long Length(string path) => new FileInfo(Path.Combine(root, path)) is { Exists: true } file ? file.Length : 0;
}
