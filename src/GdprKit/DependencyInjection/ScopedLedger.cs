using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Reaches the ledger in a scope of its own and outside of any transaction.</summary>
internal sealed class ScopedLedger(IServiceScopeFactory scopes) : ILedgerAccess
{
    public ValueTask<T> UseAsync<T>(Func<LedgerAccess, CancellationToken, ValueTask<T>> use, CancellationToken cancellationToken) =>
        scopes.UseAsync(services => use(new LedgerAccess(services.GetLedgerStore(), services.GetLedgerLog()), cancellationToken));
}
