using System.Data.Common;
using System.Text.RegularExpressions;
using GdprKit.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Rows of PostgreSQL that nobody else touches until the end of a transaction. A statement looks at the data as they were when it began: a row that somebody else holds is waited for, and what refers to
/// it was looked up before. So who added something to a row would see that go by a cascade, and who kept a row would find what goes along gone.
/// </summary>
internal static partial class RowLock
{
    // As long as somebody at a screen would wait for the application, which may wait for this transaction meanwhile. In milliseconds.
    private const int LongestWait = 5_000;

    /// <summary>
    /// Lets nothing in the transaction wait for what somebody else holds for longer than five seconds, or than the host says where that is less; and no statement wait for being compiled. By the estimate of PostgreSQL what
    /// protects rows would be looked up for each of them, so that it compiles the statement for longer than the statement takes: 390 of 500 milliseconds for 50,000 rows.
    /// </summary>
    public static async ValueTask LimitWaitsAsync(HostCommands commands, CancellationToken cancellationToken)
    {
        if (commands.Sql.Dialect.IsPostgreSql)
        {
            await commands.ExecuteAsync(
                "SELECT set_config('lock_timeout', CASE WHEN setting::integer BETWEEN 1 AND @longest THEN setting ELSE @longest::text END, true), set_config('jit', 'off', true) FROM pg_settings WHERE name = 'lock_timeout'",
                [new("@longest", LongestWait)],
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether something else than the row itself goes when it does; else one statement judges the row anew when it has waited for it.</summary>
    public static bool IsNeeded(ValueList<RowDisposal> together, IEntityType type, Dialect dialect) => dialect.IsPostgreSql
        && (together.Count > 1 || type.GetReferencingForeignKeys().Any(reference =>
            reference.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && reference.DeclaringEntityType.GetTableName() != type.GetTableName()));

    /// <summary>Locks the rows that a statement reads.</summary>
    /// <param name="commands">Statements in the transaction.</param>
    /// <param name="rows">The statement.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async ValueTask TakeAsync(HostCommands commands, DbCommand rows, CancellationToken cancellationToken)
    {
        await using (rows.ConfigureAwait(false))
        {
            // Only the rows themselves, and none that they were joined with.
            var table = FirstTable().Match(rows.CommandText).Groups[1].Value;
            var command = commands.CreateAround(rows, $"SELECT count(*) FROM ({rows.CommandText}\nFOR UPDATE OF {table}) AS locked");
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [GeneratedRegex(@"^FROM .+ AS (\w+)\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstTable();
}
