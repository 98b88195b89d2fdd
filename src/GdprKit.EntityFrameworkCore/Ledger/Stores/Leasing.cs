using System.Data;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The rule of <see cref="LeaseRequest.Apply"/> as one statement.</summary>
internal static class Leasing
{
    public static async ValueTask<Lease?> ApplyAsync(HostCommands commands, LeaseRequest request, CancellationToken cancellationToken)
    {
        List<Argument> arguments =
        [
            new("@name", request.Name.ToString()),
            new("@holder", StoredBytes.Of(request.Holder)),
            new("@expires_at", LedgerTime.ToMicroseconds(request.ExpiresAt)),
        ];
        string text;
        if (request.Held is { } number)
        {
            // The clocks of instances differ: a release frees the lease by all of them, and a renewal takes nothing away.
            var until = request.IsRelease ? "@expires_at" : "CASE WHEN expires_at > @expires_at THEN expires_at ELSE @expires_at END";
            text = $"""
                UPDATE {commands.Sql.Lease} SET expires_at = {until}, progress = COALESCE(@progress, progress)
                WHERE name = @name AND holder = @holder AND number = @number
                RETURNING number, progress, expires_at, taken_by
                """;
            arguments.Add(new("@number", number));
            arguments.Add(new("@progress", request.Progress is { } progress ? StoredBytes.Of(progress) : null, DbType.Binary));
        }
        else
        {
            const string IsFree = "(l.expires_at <= @now OR (l.expires_at > @believed AND l.taken_by <> excluded.taken_by))";
            text = $"""
                INSERT INTO {commands.Sql.Lease} AS l (name, number, holder, taken_by, expires_at, progress) VALUES (@name, 1, @holder, @taken_by, @expires_at, @nothing)
                ON CONFLICT (name) DO UPDATE SET number = CASE WHEN {IsFree} THEN l.number + 1 ELSE l.number END, holder = excluded.holder,
                    taken_by = excluded.taken_by, expires_at = CASE WHEN {IsFree} THEN excluded.expires_at ELSE l.expires_at END
                WHERE {IsFree} OR l.taken_by = excluded.taken_by
                RETURNING number, progress, expires_at, taken_by
                """;
            arguments.Add(new("@taken_by", StoredBytes.Of(request.Id)));
            arguments.Add(new("@nothing", Array.Empty<byte>()));
            arguments.Add(new("@now", LedgerTime.ToMicroseconds(request.Now)));
            arguments.Add(new("@believed", LedgerTime.ToMicroseconds(request.BelievedUntil)));
        }

        return (await commands.ReadAsync(
            text,
            [.. arguments],
            row => new Lease
            {
                Fence = new LeaseFence(request.Name, row.GetInt64(0)),
                Holder = request.Holder,
                TakenBy = new Guid(StoredRows.Bytes(row, 3), bigEndian: true),
                ExpiresAt = LedgerTime.FromMicroseconds(row.GetInt64(2)),
                Progress = [.. StoredRows.Bytes(row, 1)],
            },
            cancellationToken).ConfigureAwait(false)).SingleOrDefault();
    }

    public static async ValueTask<bool> IsHeldAsync(HostCommands commands, LeaseFence fence, CancellationToken cancellationToken) =>
        (await commands.ReadAsync(
            $"SELECT 1 FROM {commands.Sql.Lease} WHERE name = @name AND number = @number",
            [new("@name", fence.Name.ToString()), new("@number", fence.Number)],
            _ => true,
            cancellationToken).ConfigureAwait(false)).Count > 0;
}
