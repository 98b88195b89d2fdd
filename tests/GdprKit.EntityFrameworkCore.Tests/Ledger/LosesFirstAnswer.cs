using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>The strategy of a host to whom the first answer of everything does not arrive.</summary>
internal sealed class LosesFirstAnswer(ExecutionStrategyDependencies dependencies, LostWhen when) : ExecutionStrategy(dependencies, maxRetryCount: 3, maxRetryDelay: TimeSpan.Zero)
{
    public override Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken)
    {
        // What is done within something else is not heard of by itself.
        var isLost = Current is not null;
        return base.ExecuteAsync(state, LoseAsync, verifySucceeded, cancellationToken);

        async Task<TResult> LoseAsync(DbContext context, TState given, CancellationToken token)
        {
            if (isLost)
            {
                return await operation(context, given, token);
            }

            isLost = true;
            if (when is LostWhen.BeforeTheCommit)
            {
                // What is done within a transaction that is not committed is gone with it.
                await using var transaction = await context.Database.BeginTransactionAsync(token);
                await operation(context, given, token);
            }
            else if (when is LostWhen.AfterTheCommit)
            {
                await operation(context, given, token);
            }

            throw new TransientException();
        }
    }

    protected override bool ShouldRetryOn(Exception exception) => exception is TransientException;
}
