using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What a database itself says of its tables, read by the ways of the host's context: its log, its interceptors, its retries.</summary>
internal abstract class DatabaseCatalogue(DbContext context)
{
    private readonly Dictionary<ITable, IReadOnlyList<DatabaseIndex>?> _known = [];
    private readonly ISqlGenerationHelper _sql = context.GetService<ISqlGenerationHelper>();

    /// <summary>The catalogue of a database; <see langword="null"/> when it is of a kind whose catalogue is not known.</summary>
    public static DatabaseCatalogue? Of(DbContext context) => context.Database.ProviderName switch
    {
        Dialect.Sqlite => new SqliteCatalogue(context),
        Dialect.PostgreSql => new PostgreSqlCatalogue(context),
        _ => null,
    };

    /// <summary>The indexes of a table; <see langword="null"/> when it is none in the database, but a view, or is not there.</summary>
    public async Task<IReadOnlyList<DatabaseIndex>?> FindIndexesAsync(ITable table, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(table, out var indexes))
        {
            _known.Add(table, indexes = await ReadIndexesAsync(table, cancellationToken).ConfigureAwait(false));
        }

        return indexes;
    }

    /// <summary>Whether a table has at least so many rows; no more are looked at.</summary>
    public async Task<bool> HasRowsAsync(ITable table, int rows, CancellationToken cancellationToken) =>
        (await ReadAsync($"SELECT COUNT(*) FROM (SELECT 1 FROM {Delimited(table)} LIMIT {rows}) AS found", [], reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0] == rows;

    protected abstract Task<IReadOnlyList<DatabaseIndex>?> ReadIndexesAsync(ITable table, CancellationToken cancellationToken);

    /// <summary>A table, as it stands in the text of a statement.</summary>
    protected string Delimited(ITable table) => _sql.DelimitIdentifier(table.Name, table.Schema);

    /// <summary>The placeholder of the only parameter of a statement.</summary>
    protected string Placeholder => _sql.GenerateParameterNamePlaceholder(Parameter);

    private const string Parameter = "gdprkit_table";

    /// <summary>The rows that a statement finds.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="values">The value of its parameter, or none.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    protected Task<List<T>> ReadAsync<T>(string text, string[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var builder = context.GetService<IRelationalCommandBuilderFactory>().Create().Append(text);
        foreach (var _ in values)
        {
            builder.AddParameter(Parameter, _sql.GenerateParameterName(Parameter), context.GetService<IRelationalTypeMappingSource>().GetMapping(typeof(string)), nullable: false);
        }

        var asked = new RelationalCommandParameterObject(
            context.GetService<IRelationalConnection>(),
            values.ToDictionary(_ => Parameter, value => (object?)value),
            null,
            context,
            context.GetService<IRelationalCommandDiagnosticsLogger>(),
            CommandSource.Unknown);
        var command = builder.Build();
        return context.Database.CreateExecutionStrategy().ExecuteAsync(token => ReadAsync(command, asked, read, token), cancellationToken);
    }

    private static async Task<List<T>> ReadAsync<T>(IRelationalCommand command, RelationalCommandParameterObject asked, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var reader = await command.ExecuteReaderAsync(asked, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader.DbDataReader));
            }
        }

        return rows;
    }
}
