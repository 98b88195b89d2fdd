using System.Transactions;
using GdprKit.Decisions;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Looks things up in a scope of its own and outside of any transaction, so that what is remembered of it is committed.</summary>
internal sealed class ScopedSource(IServiceScopeFactory scopes) : IDecisionSource
{
    public async ValueTask<T> LookUpAsync<T>(Func<DecisionAccess, CancellationToken, ValueTask<T>> lookUp, CancellationToken cancellationToken)
    {
        using var outside = Transaction.Current is null ? null : new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = scope.ServiceProvider;
            var access = new DecisionAccess(
                services.GetLedgerStore(),
                services.GetRequiredService<LedgerStreams>(),
                services.GetSubjectDirectory(),
                services.GetRequiredService<SuppressionList>());
            var answer = await lookUp(access, cancellationToken).ConfigureAwait(false);
            outside?.Complete();
            return answer;
        }
    }
}
