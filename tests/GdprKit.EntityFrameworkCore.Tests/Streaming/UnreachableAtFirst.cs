using System.Data.Common;
using GdprKit.EntityFrameworkCore.Ledger;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Streaming;

/// <summary>Counts what is asked, and lets the first of it fail as if the database were out of reach for a moment.</summary>
internal sealed class UnreachableAtFirst : DbCommandInterceptor
{
    public bool IsAhead { get; set; }

    public int Asked { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Asked++;
        if (!IsAhead)
        {
            return ValueTask.FromResult(result);
        }

        IsAhead = false;
        throw new TransientException();
    }
}
