namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// What a batch of a disposal and who places a shield wait for. Without it PostgreSQL would look for shields as they were when the
/// statement began, and delete in spite of one that was committed while it ran. Held until the end of the transaction; many batches hold
/// it at once. SQLite has one writer at a time, who sees all that was written before.
/// </summary>
internal static class DisposalLock
{
    // The letters "gdprdisp": other locks of this kind in a database are numbered by whoever takes them.
    private const string Number = "7450203320190858096";

    /// <summary>From here on nobody places a shield.</summary>
    public static ValueTask TakeAsync(HostCommands commands, CancellationToken cancellationToken) => AskAsync(commands, "pg_advisory_xact_lock_shared", cancellationToken);

    /// <summary>From here on no disposal looks at the data.</summary>
    public static ValueTask KeepOutAsync(HostCommands commands, CancellationToken cancellationToken) => AskAsync(commands, "pg_advisory_xact_lock", cancellationToken);

    private static async ValueTask AskAsync(HostCommands commands, string function, CancellationToken cancellationToken)
    {
        if (commands.Sql.Dialect.IsPostgreSql)
        {
            await commands.ExecuteAsync($"SELECT {function}({Number})", [], cancellationToken).ConfigureAwait(false);
        }
    }
}
