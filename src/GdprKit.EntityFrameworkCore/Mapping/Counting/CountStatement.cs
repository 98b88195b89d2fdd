using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Counts over an inner statement, in one statement and so at one moment, by the ways of the host's context: its log, its interceptors, its retries.</summary>
internal sealed class CountStatement(DbContext context)
{
    /// <summary>The numbers that a statement finds in its only row; nothing is zero.</summary>
    /// <param name="inner">The inner statement.</param>
    /// <param name="columns">The columns that it finds.</param>
    /// <param name="isFoundOnce">Whether what it finds is costly, so that the database must not find it again for each number.</param>
    /// <param name="counts">The numbers, in words of SQL over those columns.</param>
    /// <param name="parameters">The bounds in them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<long[]> ReadAsync(
        DbCommand inner, IEnumerable<string> columns, bool isFoundOnce, IReadOnlyCollection<string> counts, CountParameters parameters, CancellationToken cancellationToken)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        var text = $"""
            WITH {sql.DelimitIdentifier("counted")} ({string.Join(", ", columns)}) AS (
            {inner.CommandText}{(isFoundOnce ? Fence : "")}
            )
            SELECT {string.Join(", ", counts)}
            FROM {sql.DelimitIdentifier("counted")}
            """;
        var builder = context.GetService<IRelationalCommandBuilderFactory>().Create().Append(text);
        var values = new Dictionary<string, object?>();
        List<DbParameter> all = [.. inner.Parameters.Cast<DbParameter>(), .. parameters.Of(inner)];
        inner.Parameters.Clear();
        foreach (var parameter in all)
        {
            builder.AddRawParameter(parameter.ParameterName, parameter);
            values.Add(parameter.ParameterName, parameter);
        }

        var command = builder.Build();
        var asked = new RelationalCommandParameterObject(
            context.GetService<IRelationalConnection>(), values, null, context, context.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.LinqQuery);
        return await context.Database.CreateExecutionStrategy().ExecuteAsync(token => ReadAsync(command, asked, counts.Count, token), cancellationToken).ConfigureAwait(false);
    }

    // PostgreSQL and SQLite put what an inner statement finds wherever it is used, and find it as often, unless something lies between.
    private string Fence => context.Database.ProviderName switch
    {
        Dialect.PostgreSql => "\nOFFSET 0",
        Dialect.Sqlite => "\nLIMIT -1",
        _ => "",
    };

    private static async Task<long[]> ReadAsync(IRelationalCommand command, RelationalCommandParameterObject asked, int count, CancellationToken cancellationToken)
    {
        var reader = await command.ExecuteReaderAsync(asked, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var numbers = new long[count];
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < count; i++)
            {
                numbers[i] = await reader.DbDataReader.IsDBNullAsync(i, cancellationToken).ConfigureAwait(false) ? 0 : reader.DbDataReader.GetInt64(i);
            }

            return numbers;
        }
    }
}
