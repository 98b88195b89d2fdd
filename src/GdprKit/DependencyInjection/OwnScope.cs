using System.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Work in a scope of its own and outside of any transaction of the host: what it reads is committed, and what it writes is, whatever becomes of the host's.</summary>
internal static class OwnScope
{
    /// <summary>Does it.</summary>
    /// <typeparam name="T">What it comes to.</typeparam>
    /// <param name="scopes">Makes the scope.</param>
    /// <param name="work">The work, with the services of the scope.</param>
    public static async ValueTask<T> UseAsync<T>(this IServiceScopeFactory scopes, Func<IServiceProvider, ValueTask<T>> work)
    {
        using var outside = Transaction.Current is null ? null : new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var answer = await work(scope.ServiceProvider).ConfigureAwait(false);
            outside?.Complete();
            return answer;
        }
    }
}
