namespace GdprKit.Conformance.Files;

/// <summary>A ledger in a folder, for one request: each member for itself, or several in a transaction.</summary>
internal sealed class FileLedger(Folder folder)
{
    private FolderView? _transaction;

    public Task<T> LookAsync<T>(Func<FolderView, T> look, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _transaction is { } view ? Task.FromResult(look(view)) : folder.LookAsync(look, cancellationToken);
    }

    public async Task<T> WriteAsync<T>(Func<FolderView, T> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_transaction is { } joined)
        {
            return write(joined);
        }

        var view = await folder.BeginAsync(cancellationToken);
        try
        {
            var result = write(view);
            await folder.CommitAsync(view);
            return result;
        }
        finally
        {
            folder.End();
        }
    }

    public async ValueTask InTransactionAsync(Func<ValueTask> work, bool commits, CancellationToken cancellationToken)
    {
        _transaction = await folder.BeginAsync(cancellationToken);
        try
        {
            await work();
            if (commits)
            {
                await folder.CommitAsync(_transaction);
            }
        }
        finally
        {
            _transaction = null;
            folder.End();
        }
    }
}
