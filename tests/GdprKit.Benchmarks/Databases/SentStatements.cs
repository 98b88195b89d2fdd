using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.Benchmarks.Databases;

/// <summary>Keeps the statements that are sent to a database, by a context or by hand, while it is asked to.</summary>
internal sealed class SentStatements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<SentStatement> _sent = [];
    private volatile bool _isKeeping;

    /// <summary>The statements that some work sends, in order, each once.</summary>
    public async Task<IReadOnlyList<SentStatement>> WhileAsync(Func<Task> work)
    {
        _sent.Clear();
        _isKeeping = true;
        await work();
        _isKeeping = false;
        return [.. _sent.DistinctBy(statement => statement.Text, StringComparer.Ordinal)];
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Keep(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>Keeps a statement that is about to be sent.</summary>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public void Keep(DbCommand command)
    {
        if (_isKeeping)
        {
            _sent.Enqueue(SentStatement.Of(command));
        }
    }
}
