using System.Data.Common;
using System.Globalization;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Keeps everybody from appending on PostgreSQL until the end of a transaction, after who is appending has ended.</summary>
internal static class WriterLock
{
    private const string Savepoint = "gdprkit_lock";

    // Who appends meanwhile waits behind who waits for the lock, and would wait as long as any host leaves a transaction open. So nobody
    // waits for it longer than this at a time, in milliseconds.
    private const int LongestWait = 200;

    // Half a minute in all, which is how long a command waits by default; or as long as the host says, where that is less.
    private const int LongestWaitInAll = 30_000;

    private const int NoLimit = 0;

    public static async ValueTask TakeAsync(HostCommands commands, CancellationToken cancellationToken)
    {
        var (isolation, limit) = (await commands.ReadAsync(
            "SELECT current_setting('transaction_isolation'), setting::integer FROM pg_settings WHERE name = 'lock_timeout'", [], row => (row.GetString(0), row.GetInt32(1)), cancellationToken).ConfigureAwait(false))[0];

        // Only at read committed does the next statement look at the data after the lock was given.
        if (isolation is not ("read committed" or "read uncommitted"))
        {
            throw TransactionRefusals.ForgetsWhatItSees();
        }

        var left = limit == NoLimit ? LongestWaitInAll : Math.Min(limit, LongestWaitInAll);
        while (!await TryAsync(commands, Math.Min(left, LongestWait), limit, isLast: left <= LongestWait, cancellationToken).ConfigureAwait(false))
        {
            left -= LongestWait;
        }
    }

    private static async ValueTask<bool> TryAsync(HostCommands commands, int wait, int limit, bool isLast, CancellationToken cancellationToken)
    {
        await commands.ExecuteAsync($"SAVEPOINT {Savepoint}; {Limit(wait)}", [], cancellationToken).ConfigureAwait(false);
        try
        {
            await commands.ExecuteAsync($"LOCK TABLE {commands.Sql.Head} IN SHARE ROW EXCLUSIVE MODE", [], cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (exception.SqlState == PostgreSqlErrors.LockNotAvailable && !isLast)
        {
            await commands.ExecuteAsync($"ROLLBACK TO SAVEPOINT {Savepoint}; RELEASE SAVEPOINT {Savepoint}", [], cancellationToken).ConfigureAwait(false);
            return false;
        }

        await commands.ExecuteAsync($"{Limit(limit)}; RELEASE SAVEPOINT {Savepoint}", [], cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static string Limit(int milliseconds) => string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {milliseconds}");
}
