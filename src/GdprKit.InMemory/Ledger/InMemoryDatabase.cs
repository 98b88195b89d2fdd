using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Transactions;

namespace GdprKit.InMemory;

/// <summary>Memory that several stores share, with transactions: what is written in a <see cref="TransactionScope"/> is seen by others when it is complete.</summary>
/// <remarks>
/// One value that is never changed, only replaced: who reads has a picture of one moment. One writes at a time, in a transaction until its
/// end. Not durable: everything is gone with the process. Safe for use by several threads.
/// </remarks>
public sealed class InMemoryDatabase : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);

    private readonly ConcurrentDictionary<Transaction, Work> _open = new();

    private volatile ImmutableDictionary<Type, object> _committed = ImmutableDictionary<Type, object>.Empty;

    /// <summary>What a store keeps here, as the caller may see it.</summary>
    internal TImage Read<TImage>(CancellationToken cancellationToken)
        where TImage : class, new()
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Part<TImage>(Transaction.Current is { } transaction && _open.TryGetValue(transaction, out var work) ? work.Image : _committed);
    }

    /// <summary>Replaces what a store keeps here.</summary>
    /// <param name="change">From what is kept to what will be, and an answer. Kept is the same object where nothing changes.</param>
    /// <param name="cancellationToken">Ends the wait for another who writes.</param>
    internal async ValueTask<TResult> WriteAsync<TImage, TResult>(Func<TImage, (TImage Image, TResult Result)> change, CancellationToken cancellationToken)
        where TImage : class, new()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Transaction.Current is { } transaction)
        {
            var work = await JoinAsync(transaction, cancellationToken).ConfigureAwait(false);
            var (image, result) = change(Part<TImage>(work.Image));
            work.Image = work.Image.SetItem(typeof(TImage), image);
            return result;
        }

        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (image, result) = change(Part<TImage>(_committed));
            _committed = _committed.SetItem(typeof(TImage), image);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>A copy of what is committed at this moment, as a backup is: to try in a test what happens after it is put back.</summary>
    public InMemoryDatabase Copy() => new() { _committed = _committed };

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private static TImage Part<TImage>(ImmutableDictionary<Type, object> image)
        where TImage : class, new() => image.TryGetValue(typeof(TImage), out var part) ? (TImage)part : new TImage();

    private async ValueTask<Work> JoinAsync(Transaction transaction, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(transaction, out var joined))
        {
            return joined;
        }

        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var work = new Work(this, transaction.Clone(), _committed);
            transaction.EnlistVolatile(work, EnlistmentOptions.None);
            _open[transaction] = work;
            return work;
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }

    /// <summary>What a transaction has written so far.</summary>
    private sealed class Work(InMemoryDatabase database, Transaction transaction, ImmutableDictionary<Type, object> image) : IEnlistmentNotification
    {
        public ImmutableDictionary<Type, object> Image { get; set; } = image;

        public void Prepare(PreparingEnlistment preparingEnlistment) => preparingEnlistment.Prepared();

        public void Commit(Enlistment enlistment)
        {
            database._committed = Image;
            End(enlistment);
        }

        public void Rollback(Enlistment enlistment) => End(enlistment);

        public void InDoubt(Enlistment enlistment) => End(enlistment);

        private void End(Enlistment enlistment)
        {
            database._open.TryRemove(transaction, out _);
            database._writing.Release();
            transaction.Dispose();
            enlistment.Done();
        }
    }
}
