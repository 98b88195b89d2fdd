namespace GdprKit.Ledger;

/// <summary>Reaches a ledger that was given.</summary>
internal sealed class DirectAccess(ILedgerStore store, ILedgerLog log) : ILedgerAccess
{
    private readonly LedgerAccess _access = new(store, log);

    public ValueTask<T> UseAsync<T>(Func<LedgerAccess, CancellationToken, ValueTask<T>> use, CancellationToken cancellationToken) => use(_access, cancellationToken);
}
