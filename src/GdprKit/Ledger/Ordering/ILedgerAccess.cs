namespace GdprKit.Ledger;

/// <summary>
/// Reaches the ledger in a unit of work of its own: what is put in order is committed, and must not be part of a transaction of the host, which could still be
/// rolled back when the mirror holds it.
/// </summary>
internal interface ILedgerAccess
{
    ValueTask<T> UseAsync<T>(Func<LedgerAccess, CancellationToken, ValueTask<T>> use, CancellationToken cancellationToken);
}
