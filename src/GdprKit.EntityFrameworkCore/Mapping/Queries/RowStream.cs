using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Reads what a query finds one by one, whatever the host wishes for its own queries. One that is tried again is read whole by Entity
/// Framework Core before the first row comes; here only the opening is tried again, while no row was handed out yet.
/// </summary>
/// <param name="context">The context.</param>
/// <param name="query">The query.</param>
internal sealed class RowStream(DbContext context, IQueryable<object?[]> query)
{
    public async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (rows, isAtRow) = await context.Database.CreateExecutionStrategy().ExecuteAsync(OpenAsync, leaving.Token).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (isAtRow)
            {
                var isTaken = false;
                try
                {
                    yield return rows.Current;
                    isTaken = true;
                }
                finally
                {
                    if (!isTaken)
                    {
                        await LeaveAsync(rows, leaving).ConfigureAwait(false);
                    }
                }

                isAtRow = await rows.MoveNextAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<(IAsyncEnumerator<object?[]> Rows, bool IsAtRow)> OpenAsync(CancellationToken cancellationToken)
    {
        new ReadOnce(context).Begin();
        var rows = query.AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);
        try
        {
            return (rows, await rows.MoveNextAsync().ConfigureAwait(false));
        }
        catch
        {
            await rows.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // To close a result that did not end, PostgreSQL sends the rest of it, unless it is told to stop: by who asks for a row and no longer waits.
    private static async Task LeaveAsync(IAsyncEnumerator<object?[]> rows, CancellationTokenSource leaving)
    {
        await leaving.CancelAsync().ConfigureAwait(false);
        try
        {
            while (await rows.MoveNextAsync().ConfigureAwait(false))
            {
                // What was under way already.
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or DbException)
        {
            // Nobody waits for an answer any more.
        }
    }

    /// <summary>What a query is compiled and opened under that is not tried again by itself, and so need not be read whole.</summary>
    private sealed class ReadOnce(DbContext context) : ExecutionStrategy(context, maxRetryCount: 0, maxRetryDelay: TimeSpan.Zero)
    {
        /// <summary>From now on until the calling method returns.</summary>
        public void Begin() => Current = this;

        protected override bool ShouldRetryOn(Exception exception) => false;
    }
}
