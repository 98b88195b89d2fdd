using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Faults;

/// <summary>Lets something happen to the database while it is asked, after the first answer.</summary>
internal sealed class DuringCommands : DbCommandInterceptor
{
    private int _asked;

    public Func<Task>? Happens { get; set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Happens is { } happens && ++_asked == 2)
        {
            Happens = null;
            await happens();
        }

        return result;
    }
}
