using System.Transactions;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Reaches the ledger in a scope of its own and outside of any transaction.</summary>
internal sealed class ScopedLedger(IServiceScopeFactory scopes) : ILedgerAccess
{
    public async ValueTask<T> UseAsync<T>(Func<LedgerAccess, CancellationToken, ValueTask<T>> use, CancellationToken cancellationToken)
    {
        using var outside = Transaction.Current is null ? null : new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var answer = await use(new LedgerAccess(scope.ServiceProvider.GetLedgerStore(), scope.ServiceProvider.GetLedgerLog()), cancellationToken).ConfigureAwait(false);
            outside?.Complete();
            return answer;
        }
    }
}
