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
                RETURNING number, progress, expires_at
                """;
            arguments.Add(new("@number", number));
            arguments.Add(new("@progress", request.Progress is { } progress ? StoredBytes.Of(progress) : null, DbType.Binary));
        }
        else
        {
            text = $"""
                INSERT INTO {commands.Sql.Lease} AS l (name, number, holder, expires_at, progress) VALUES (@name, 1, @holder, @expires_at, @nothing)
                ON CONFLICT (name) DO UPDATE SET number = l.number + 1, holder = excluded.holder, expires_at = excluded.expires_at
                WHERE l.expires_at <= @now
                RETURNING number, progress, expires_at
                """;
            arguments.Add(new("@nothing", Array.Empty<byte>()));
            arguments.Add(new("@now", LedgerTime.ToMicroseconds(request.Now)));
        }

        return (await commands.ReadAsync(
            text,
            [.. arguments],
            row => new Lease
            {
                Fence = new LeaseFence(request.Name, row.GetInt64(0)),
                Holder = request.Holder,
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
