using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Faults;

/// <summary>Lets something happen to the database after the first answer, before the next question: while SQLite reads, it lets nobody lock its file.</summary>
internal sealed class DuringCommands : DbCommandInterceptor
{
    private int _asked;
    private int _open;

    public Func<Task>? Happens { get; set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Happens is { } happens && _open == 0 && ++_asked == 2)
        {
            Happens = null;
            await happens();
        }

        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        _open++;
        return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        _open--;
        return base.DataReaderDisposing(command, eventData, result);
    }
}
