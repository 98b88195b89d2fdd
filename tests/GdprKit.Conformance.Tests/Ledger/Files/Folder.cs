using System.Text.Json;
using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

/// <summary>
/// A folder whose files are changed together or not at all: what is to be done is written to a journal first, and done again when the
/// program ended in between, or when the medium was full; nobody sees the folder before. One writes at a time. Survives the end of the
/// program, not of the power.
/// </summary>
internal sealed class Folder : IDisposable
{
    private readonly string _root;
    private readonly Medium _medium;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SemaphoreSlim _looking = new(1, 1);

    public Folder(string root, Medium? medium = null)
    {
        (_root, _medium) = (root, medium ?? new Medium());
        Directory.CreateDirectory(root);
        Redo();
    }

    private string Journal => Path.Combine(_root, "journal");

    /// <summary>Looks at what is committed, while nobody changes it.</summary>
    public async Task<T> LookAsync<T>(Func<FolderView, T> look, CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            Redo();
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
        try
        {
            await LookAsync(_ => true, cancellationToken);
            return new FolderView(_root);
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }

    /// <summary>Changes the files. What is in the journal is done, whether there is room for it yet or not.</summary>
    /// <exception cref="LedgerException">GDPR3107: the medium is full, and nothing is changed.</exception>
    public async Task CommitAsync(FolderView view)
    {
        var changes = view.Changes.ToList();
        if (changes.Count == 0)
        {
            return;
        }

        await _looking.WaitAsync();
        try
        {
            Redo();
            Refusing(() => _medium.Write(Journal + ".new", 0, JsonSerializer.SerializeToUtf8Bytes(changes)));
            _medium.Move(Journal + ".new", Journal);
            TryRedo();
        }
        finally
        {
            _looking.Release();
        }
    }

    public void End() => _writing.Release();

    public void Dispose()
    {
        _writing.Dispose();
        _looking.Dispose();
    }

    private static void Refusing(Action work)
    {
        try
        {
            work();
        }
        catch (IOException exception) when (exception.HResult == FullMedium.NoSpaceLeft)
        {
            throw LedgerException.NoRoom(exception);
        }
    }

    private void TryRedo()
    {
        try
        {
            Redo();
        }
        catch (LedgerException)
        {
            // It is done by whoever comes next, when there is room.
        }
    }

    private void Redo()
    {
        if (!File.Exists(Journal))
        {
            return;
        }

        foreach (var change in JsonSerializer.Deserialize<List<FileChange>>(File.ReadAllBytes(Journal))!)
        {
            Refusing(() => change.Do(_root, _medium));
        }

        _medium.Delete(Journal);
    }
}
