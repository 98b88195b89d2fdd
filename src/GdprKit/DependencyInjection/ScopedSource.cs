using GdprKit.Decisions;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Looks things up in a scope of its own and outside of any transaction, so that what is remembered of it is committed.</summary>
internal sealed class ScopedSource(IServiceScopeFactory scopes) : IDecisionSource
{
    public ValueTask<T> LookUpAsync<T>(Func<DecisionAccess, CancellationToken, ValueTask<T>> lookUp, CancellationToken cancellationToken) => scopes.UseAsync(services => lookUp(
        new DecisionAccess(
            services.GetLedgerStore(),
            services.GetRequiredService<LedgerStreams>(),
            services.GetSubjectDirectory(),
            services.GetRequiredService<SuppressionList>()),
        cancellationToken));
}
