using System.Data.Common;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Keeps everybody from appending on PostgreSQL until the end of a transaction, after who is appending has ended.</summary>
internal static class WriterLock
{
    private const string Savepoint = "gdprkit_lock";

    // Who appends meanwhile waits behind who waits for the lock, and would wait as long as any host leaves a transaction open. So nobody
    // waits for it longer than this at a time; half a minute in all, which is how long a command waits by default.
    private const string LongestWait = "200ms";

    private const int Attempts = 150;

    private const string NoLimit = "0";

    public static async ValueTask TakeAsync(HostCommands commands, CancellationToken cancellationToken)
    {
        var (isolation, limit) = (await commands.ReadAsync(
            "SELECT current_setting('transaction_isolation'), current_setting('lock_timeout')", [], row => (row.GetString(0), row.GetString(1)), cancellationToken).ConfigureAwait(false))[0];

        // Only at read committed does the next statement look at the data after the lock was given.
        if (isolation is not ("read committed" or "read uncommitted"))
        {
            throw TransactionRefusals.ForgetsWhatItSees();
        }

        var text = $"LOCK TABLE {commands.Sql.Head} IN SHARE ROW EXCLUSIVE MODE";
        if (limit != NoLimit)
        {
            await commands.ExecuteAsync(text, [], cancellationToken).ConfigureAwait(false);
            return;
        }

        for (var attempt = 1; !await TryAsync(commands, text, attempt == Attempts, cancellationToken).ConfigureAwait(false); attempt++)
        {
        }
    }

    private static async ValueTask<bool> TryAsync(HostCommands commands, string text, bool isLast, CancellationToken cancellationToken)
    {
        await commands.ExecuteAsync($"SAVEPOINT {Savepoint}; SET LOCAL lock_timeout = '{LongestWait}'", [], cancellationToken).ConfigureAwait(false);
        try
        {
            await commands.ExecuteAsync(text, [], cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (exception.SqlState == PostgreSqlErrors.LockNotAvailable && !isLast)
        {
            await commands.ExecuteAsync($"ROLLBACK TO SAVEPOINT {Savepoint}; RELEASE SAVEPOINT {Savepoint}", [], cancellationToken).ConfigureAwait(false);
            return false;
        }

        await commands.ExecuteAsync($"SET LOCAL lock_timeout = {NoLimit}; RELEASE SAVEPOINT {Savepoint}", [], cancellationToken).ConfigureAwait(false);
        return true;
    }
}
