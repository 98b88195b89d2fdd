using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// A row that is written in a transaction, by which to tell whether a commit whose answer was lost took place. It lies among the leases,
/// as one that nobody asks for, and goes when the answer is known; one that a crash left behind goes a day later, with the next.
/// </summary>
/// <typeparam name="T">What the transaction answers.</typeparam>
internal sealed class CommitWitness<T>(DbContext context)
{
    private const string Prefix = "gdprkit.commit.";

    private static readonly Duration Longest = Duration.FromDays(1);

    private readonly HostDatabase _database = new(context);
    private string? _name;
    private T? _result;

    /// <summary>Does work as often as a strategy says, but commits it once.</summary>
    /// <param name="strategy">The strategy of the host.</param>
    /// <param name="attempt">Writes, writes the row in the same transaction, and commits both.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    /// <returns>What the attempt that was committed answers, also when its answer was lost.</returns>
    public async Task<T> RunAsync(IExecutionStrategy strategy, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        // Where nothing is tried again, nothing is asked about afterwards, and an error is told as it is.
        var result = strategy.RetriesOnFailure
            ? await TryingAgain.RunAsync(
                strategy,
                _database.Sql.Dialect,
                attempt,
                async token => new ExecutionResult<T>(await IsFoundAsync(token).ConfigureAwait(false), _result!),
                cancellationToken).ConfigureAwait(false)
            : await strategy.ExecuteAsync(attempt, cancellationToken).ConfigureAwait(false);
        await RemoveAsync().ConfigureAwait(false);
        return result;
    }

    /// <summary>Writes the row, with a new name for every attempt.</summary>
    /// <param name="result">What the attempt answers when it is committed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask WriteAsync(T result, CancellationToken cancellationToken) =>
        await _database.WriteAsync<int>(async (commands, token) => (true, await WriteAsync(commands, result, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);

    /// <summary>Writes the row beside other things, with a new name for every attempt.</summary>
    /// <param name="commands">Statements in the transaction.</param>
    /// <param name="result">What the attempt answers when it is committed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ValueTask<int> WriteAsync(HostCommands commands, T result, CancellationToken cancellationToken)
    {
        (_name, _result) = ($"{Prefix}{Guid.NewGuid():N}", result);

        // Where no clock is known, nobody can tell later that it is old.
        var expires = context.FindClock() is { } clock ? LedgerTime.ToMicroseconds(clock.GetCurrentInstant() + Longest) : long.MaxValue;
        return commands.ExecuteAsync(
            $"INSERT INTO {commands.Sql.Lease} (name, number, holder, taken_by, expires_at, progress) VALUES (@name, 1, @nobody, @nobody, @expires_at, @nobody)",
            [new("@name", _name), new("@nobody", Array.Empty<byte>()), new("@expires_at", expires)],
            cancellationToken);
    }

    /// <summary>Whether the row of the last attempt stands.</summary>
    private async ValueTask<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        _name is { } name && (await _database.ReadAsync(
            (commands, token) => commands.ReadAsync($"SELECT 1 FROM {commands.Sql.Lease} WHERE name = @name", [new("@name", name)], _ => true, token),
            cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Removes the row, and those that were left behind. When it cannot, it stays until the next time: the work is done.</summary>
    private async ValueTask RemoveAsync()
    {
        if (_name is not { } name)
        {
            return;
        }

#pragma warning disable CA1031 // What was asked for is committed; to fail now, by whatever error, would tell the host otherwise.
        try
        {
            var now = context.FindClock() is { } clock ? LedgerTime.ToMicroseconds(clock.GetCurrentInstant()) : long.MinValue;
            await _database.WriteAsync<int>(
                async (commands, token) => (true, await commands.ExecuteAsync(
                    $"DELETE FROM {commands.Sql.Lease} WHERE name = @name OR (name > '{Prefix}' AND name < '{Prefix}~' AND expires_at < @now)",
                    [new("@name", name), new("@now", now)],
                    token).ConfigureAwait(false)),
                CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
        }
#pragma warning restore CA1031
    }
}
