using System.Runtime.ExceptionServices;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Work that a strategy of the host does again. A strategy knows the errors of its database and not the refusals that stand for them: so it
/// is shown the error, and may wait until a full disk has room; who asked for the work is told the refusal when it did not help.
/// </summary>
internal static class TryingAgain
{
    /// <summary>Does the work as often as the strategy says.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="work">The work.</param>
    /// <param name="verify">Tells whether work that failed took place all the same; <see langword="null"/> where doing it again changes nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="LedgerException">GDPR3107: there is no room, also the last time.</exception>
    public static async Task<T> RunAsync<T>(
        IExecutionStrategy strategy,
        Dialect dialect,
        Func<CancellationToken, Task<T>> work,
        Func<CancellationToken, Task<ExecutionResult<T>>>? verify,
        CancellationToken cancellationToken)
    {
        try
        {
            return await strategy.ExecuteAsync(
                0, (_, _, token) => ShowingErrorsAsync(dialect, work, token), verify is null ? null : (_, _, token) => verify(token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransactionRefusals.NoRoom(exception, dialect) is { } refusal)
        {
            throw refusal;
        }
    }

    private static async Task<T> ShowingErrorsAsync<T>(Dialect dialect, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException refusal) when (refusal.InnerException is { } cause && TransactionRefusals.NoRoom(cause, dialect) is not null)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }
}
