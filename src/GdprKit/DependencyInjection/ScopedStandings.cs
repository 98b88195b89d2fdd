using GdprKit.Ledger;
using GdprKit.Retention;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Looks up what retention asks of the ledger, in a scope of its own and outside of any transaction.</summary>
internal sealed class ScopedStandings(IServiceScopeFactory scopes) : IStandingSource
{
    public ValueTask<T> LookUpAsync<T>(Func<ILedgerStore?, ISubjectDirectory?, ValueTask<T>> lookUp) =>
        scopes.UseAsync(services => lookUp(services.GetService<ILedgerStore>(), services.GetService<ISubjectDirectory>()));
}
