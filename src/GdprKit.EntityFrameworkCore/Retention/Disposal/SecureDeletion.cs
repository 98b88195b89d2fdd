using System.Globalization;
using System.Transactions;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// SQLite leaves what was deleted in the free parts of its file, where whoever has the file reads it, until something else is written there.
/// For the time of a disposal it writes zeros instead; how the connection of the host deletes otherwise stays as it was. Copies that it left behind
/// when it moved rows from page to page before go with <c>VACUUM</c> only, and what lies in a write-ahead log with the next checkpoint; both at the end of a run.
/// </summary>
internal static class SecureDeletion
{
    private const long Off = 0;

    /// <summary>Switches it on.</summary>
    /// <returns>What it was; <see langword="null"/> where the database has no such thing.</returns>
    public static async ValueTask<long?> SwitchOnAsync(HostCommands commands, CancellationToken cancellationToken)
    {
        if (!commands.Sql.Dialect.IsSqlite)
        {
            return null;
        }

        var before = (await commands.ReadAsync("PRAGMA secure_delete", [], row => row.GetInt64(0), cancellationToken).ConfigureAwait(false)) is [var setting] ? setting : Off;
        await commands.ExecuteAsync("PRAGMA secure_delete = ON", [], cancellationToken).ConfigureAwait(false);
        return before;
    }

    /// <summary>Puts it back.</summary>
    public static async ValueTask RestoreAsync(HostCommands commands, long? before)
    {
        if (before is { } setting)
        {
            await commands.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA secure_delete = {setting}"), [], CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the file of the database anew, without what was left behind in it, and empties its write-ahead log. Elsewhere it does nothing.</summary>
    public static async ValueTask CompactAsync(DbContext context, CancellationToken cancellationToken)
    {
        var database = new HostDatabase(context);
        if (!database.Sql.Dialect.IsSqlite)
        {
            return;
        }

        // The file cannot be written anew within a transaction.
        using var alone = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var commands = new HostCommands(context.Database.GetDbConnection(), null, context.Database.GetCommandTimeout(), database.Sql);
            await commands.ExecuteAsync("VACUUM", [], cancellationToken).ConfigureAwait(false);
            await commands.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)", [], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        alone.Complete();
    }
}
