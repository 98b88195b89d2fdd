using System.Data.Common;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Statements on a connection, in a transaction of it.</summary>
internal sealed class HostCommands(DbConnection connection, DbTransaction? transaction, int? timeout, LedgerSql sql)
{
    public LedgerSql Sql => sql;

    /// <summary>A statement that can be run again with other values.</summary>
    public DbCommand Create(string text, params ReadOnlySpan<Argument> arguments)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this package with names of tables in it; values are parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        command.Transaction = transaction;
        command.CommandTimeout = timeout ?? command.CommandTimeout;
        foreach (var argument in arguments)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = argument.Name;
            parameter.Value = argument.Value ?? DBNull.Value;
            if (argument.Type is { } type)
            {
                parameter.DbType = type;
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    public async ValueTask<int> ExecuteAsync(string text, Argument[] arguments, CancellationToken cancellationToken)
    {
        var command = Create(text, arguments);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<List<T>> ReadAsync<T>(string text, Argument[] arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var command = Create(text, arguments);
        await using (command.ConfigureAwait(false))
        {
            return await ReadAsync(command, read, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async ValueTask<List<T>> ReadAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }
        }

        return rows;
    }

    /// <summary>Runs one statement for each of several items, prepared once.</summary>
    public async ValueTask<List<T>> ReadEachAsync<TItem, T>(
        string text, IEnumerable<TItem> items, Func<TItem, Argument[]> arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        DbCommand? command = null;
        try
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var values = arguments(item);
                if (command is null)
                {
                    command = Create(text, values);
                }
                else
                {
                    for (var i = 0; i < values.Length; i++)
                    {
                        command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
                    }
                }

                rows.AddRange(await ReadAsync(command, read, cancellationToken).ConfigureAwait(false));
            }
        }
        finally
        {
            if (command is not null)
            {
                await command.DisposeAsync().ConfigureAwait(false);
            }
        }

        return rows;
    }
}
