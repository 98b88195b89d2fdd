using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>Fails once when a connection is opened.</summary>
internal sealed class FailingDoor : DbConnectionInterceptor
{
    /// <summary>What the next one who opens a connection gets; <see langword="null"/> when it was told.</summary>
    public Exception? Fault { get; set; }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (Fault is not { } fault)
        {
            return ValueTask.FromResult(result);
        }

        Fault = null;
        throw fault;
    }
}
