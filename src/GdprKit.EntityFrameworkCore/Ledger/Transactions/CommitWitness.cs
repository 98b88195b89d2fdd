using System.Data.Common;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// A row that is written in a transaction, by which to tell whether a commit whose answer was lost took place. It lies among the leases,
/// as one that nobody asks for, and goes when the answer is known; one that a crash left behind goes a day later, with the next.
/// </summary>
internal sealed class CommitWitness(DbContext context)
{
    private const string Prefix = "gdprkit.commit.";

    private static readonly Duration Longest = Duration.FromDays(1);

    private readonly HostDatabase _database = new(context);
    private string? _name;

    /// <summary>Writes the row, with a new name for every attempt.</summary>
    public async ValueTask WriteAsync(CancellationToken cancellationToken) =>
        await _database.WriteAsync<int>(async (commands, token) => (true, await WriteAsync(commands, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);

    /// <summary>Writes the row beside other things, with a new name for every attempt.</summary>
    public ValueTask<int> WriteAsync(HostCommands commands, CancellationToken cancellationToken)
    {
        _name = $"{Prefix}{Guid.NewGuid():N}";

        // Where no clock is known, nobody can tell later that it is old.
        var expires = context.FindClock() is { } clock ? LedgerTime.ToMicroseconds(clock.GetCurrentInstant() + Longest) : long.MaxValue;
        return commands.ExecuteAsync(
            $"INSERT INTO {commands.Sql.Lease} (name, number, holder, taken_by, expires_at, progress) VALUES (@name, 1, @nobody, @nobody, @expires_at, @nobody)",
            [new("@name", _name), new("@nobody", Array.Empty<byte>()), new("@expires_at", expires)],
            cancellationToken);
    }

    /// <summary>Whether the row of the last attempt stands.</summary>
    public async ValueTask<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        _name is { } name && (await _database.ReadAsync(
            (commands, token) => commands.ReadAsync($"SELECT 1 FROM {commands.Sql.Lease} WHERE name = @name", [new("@name", name)], _ => true, token),
            cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Removes the row, and those that were left behind. When it cannot, it stays until the next time: the work is done.</summary>
    public async ValueTask RemoveAsync()
    {
        if (_name is not { } name)
        {
            return;
        }

        var now = context.FindClock() is { } clock ? LedgerTime.ToMicroseconds(clock.GetCurrentInstant()) : long.MinValue;
        try
        {
            await _database.WriteAsync<int>(
                async (commands, token) => (true, await commands.ExecuteAsync(
                    $"DELETE FROM {commands.Sql.Lease} WHERE name = @name OR (name > '{Prefix}' AND name < '{Prefix}~' AND expires_at < @now)",
                    [new("@name", name), new("@now", now)],
                    token).ConfigureAwait(false)),
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException or RetryLimitExceededException)
        {
            // What was asked for is committed; to fail now would tell the host otherwise.
        }
    }
}
