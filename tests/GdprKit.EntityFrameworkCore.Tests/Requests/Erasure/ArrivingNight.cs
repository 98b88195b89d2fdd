using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>Somebody adds a night of a guest when nights are about to be deleted: after it was read what goes, and before it goes.</summary>
internal sealed class ArrivingNight : DbCommandInterceptor
{
    /// <summary>Of whom one arrives next time; <see langword="null"/> for nobody.</summary>
    public int? Of { get; set; }

    /// <summary>Whether one arrived.</summary>
    public bool HasArrived { get; private set; }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Of is { } guest && command.CommandText.Contains("DELETE FROM \"Night\"", StringComparison.Ordinal))
        {
            (Of, HasArrived) = (null, true);
            await using var adding = command.Connection!.CreateCommand();
            adding.Transaction = command.Transaction;
            adding.CommandText = $"""INSERT INTO "Night" ("GuestId", "Wishes", "At") SELECT {guest}, 'a late one', "At" FROM "Night" WHERE "GuestId" = {guest} LIMIT 1""";
            await adding.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }
}
