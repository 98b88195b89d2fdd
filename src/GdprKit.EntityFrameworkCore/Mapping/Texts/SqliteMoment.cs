using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// A moment of a database of SQLite. As long as it is open, every statement of its context sees the database as it is at that moment,
/// whatever others write: a statement that was not read to its end keeps SQLite from looking again.
/// </summary>
internal sealed class SqliteMoment : IAsyncDisposable
{
    // What this connection changed, what others changed, and what changed the tables themselves. The tables are looked at, so that the moment begins.
    private const string Question =
        "SELECT total_changes(), (SELECT data_version FROM pragma_data_version), (SELECT schema_version FROM pragma_schema_version), (SELECT COUNT(*) FROM sqlite_master)";

    private readonly DbContext _context;
    private readonly RelationalDataReader _reader;

    private SqliteMoment(DbContext context, RelationalDataReader reader, Stamp at) => (_context, _reader, At) = (context, reader, at);

    /// <summary>What tells this moment from those at which the database held something else; of one connection.</summary>
    public Stamp At { get; }

    public static Task<SqliteMoment> OpenAsync(DbContext context, CancellationToken cancellationToken) =>
        context.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                var reader = await ReaderAsync(context, Question, token).ConfigureAwait(false);
                await reader.ReadAsync(token).ConfigureAwait(false);
                return new SqliteMoment(context, reader, new Stamp(reader.DbDataReader.GetInt64(0), reader.DbDataReader.GetInt64(1), reader.DbDataReader.GetInt64(2)));
            },
            cancellationToken);

    /// <summary>Whether everything that a statement finds is a text that is looked for; stops at the first that is not.</summary>
    public async Task<bool> HasOnlyAsync(string statement, Func<string, bool> isLookedFor, CancellationToken cancellationToken)
    {
        var reader = await ReaderAsync(_context, statement, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var rows = reader.DbDataReader;
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                // A number or bytes are not what was written, even where they look like it.
                if (rows.GetValue(0) is not string text || !isLookedFor(text))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private static Task<RelationalDataReader> ReaderAsync(DbContext context, string statement, CancellationToken cancellationToken) =>
        context.GetService<IRelationalCommandBuilderFactory>().Create().Append(statement).Build().ExecuteReaderAsync(
            new RelationalCommandParameterObject(
                context.GetService<IRelationalConnection>(), null, null, context, context.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.Unknown),
            cancellationToken);

    /// <summary>See <see cref="Question"/>.</summary>
    internal readonly record struct Stamp(long Own, long Others, long Tables);
}
