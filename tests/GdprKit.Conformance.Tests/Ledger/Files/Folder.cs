using System.Text.Json;

namespace GdprKit.Conformance.Files;

/// <summary>
/// A folder whose files are changed together or not at all: what is to be done is written to a journal first, and done again when the
/// program ended in between. One writes at a time. Survives the end of the program, not of the power.
/// </summary>
internal sealed class Folder : IDisposable
{
    private readonly string _root;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SemaphoreSlim _looking = new(1, 1);

    public Folder(string root)
    {
        _root = root;
        Directory.CreateDirectory(root);
        if (File.Exists(Journal))
        {
            Redo(JsonSerializer.Deserialize<List<FileChange>>(File.ReadAllBytes(Journal))!);
        }
    }

    private string Journal => Path.Combine(_root, "journal");

    /// <summary>Looks at what is committed, while nobody changes it.</summary>
    public async Task<T> LookAsync<T>(Func<FolderView, T> look, CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            return look(new FolderView(_root));
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Waits until nobody else writes; what is done then is seen by others when it is committed.</summary>
    public async Task<FolderView> BeginAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        return new FolderView(_root);
    }

    public async Task CommitAsync(FolderView view)
    {
        var changes = view.Changes.ToList();
        if (changes.Count > 0)
        {
            await _looking.WaitAsync();
            try
            {
                await File.WriteAllBytesAsync(Journal + ".new", JsonSerializer.SerializeToUtf8Bytes(changes));
                File.Move(Journal + ".new", Journal);
                Redo(changes);
            }
            finally
            {
                _looking.Release();
            }
        }
    }

    public void End() => _writing.Release();

    public void Dispose()
    {
        _writing.Dispose();
        _looking.Dispose();
    }

    private void Redo(List<FileChange> changes)
    {
        foreach (var change in changes)
        {
            change.Do(_root);
        }

        File.Delete(Journal);
    }
}
