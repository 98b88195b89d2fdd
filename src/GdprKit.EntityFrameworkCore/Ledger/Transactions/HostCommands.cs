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
            command.Parameters.Add(Filled(command.CreateParameter(), argument));
        }

        return command;
    }

    /// <summary>A statement around one that Entity Framework Core made, with the parameters of both.</summary>
    public DbCommand CreateAround(DbCommand inner, string text, params ReadOnlySpan<Argument> arguments)
    {
        var command = Create(text, arguments);
        DbParameter[] parameters = [.. inner.Parameters.Cast<DbParameter>()];
        inner.Parameters.Clear();
        command.Parameters.AddRange(parameters);
        return command;
    }

    /// <summary>Runs one constant statement and ends the transaction, at one go; an error of the statement leaves the transaction as it is.</summary>
    /// <returns>Whether the statement gave a row.</returns>
    public async ValueTask<bool> AnyAndCommitAsync(string text, Argument[] arguments, CancellationToken cancellationToken)
    {
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Transaction = transaction;
            batch.Timeout = timeout ?? batch.Timeout;
            var statement = Add(PositionalText.Of(text, arguments));
            foreach (var argument in arguments)
            {
                statement.Parameters.Add(Filled(statement.CreateParameter(), argument with { Name = "" }));
            }

            Add("COMMIT");
            await batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var any = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);

                // What was sent takes place whether somebody still waits or not, so the answer is heard to its end.
                while (await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false))
                {
                }

                return any;
            }

            DbBatchCommand Add(string text)
            {
                var command = batch.CreateBatchCommand();
#pragma warning disable CA2100 // Every text is a constant of this package with names of tables in it; values are parameters.
                command.CommandText = text;
#pragma warning restore CA2100
                batch.BatchCommands.Add(command);
                return command;
            }
        }
    }

    public async ValueTask<int> ExecuteAsync(string text, Argument[] arguments, CancellationToken cancellationToken)
    {
        var command = Create(text, arguments);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask<List<T>> ReadAsync<T>(string text, Argument[] arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        ReadAsync(text, arguments, read, isConstant: false, cancellationToken);

    /// <summary>Reads by a statement whose text is always the same, so that the database plans it once for a connection.</summary>
    public ValueTask<List<T>> ReadPreparedAsync<T>(string text, Argument[] arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        ReadAsync(text, arguments, read, isConstant: true, cancellationToken);

    private async ValueTask<List<T>> ReadAsync<T>(string text, Argument[] arguments, Func<DbDataReader, T> read, bool isConstant, CancellationToken cancellationToken)
    {
        var isPositional = isConstant && sql.Dialect.IsPostgreSql;
        var command = isPositional
            ? Create(PositionalText.Of(text, arguments), Array.ConvertAll(arguments, argument => argument with { Name = "" }))
            : Create(text, arguments);
        await using (command.ConfigureAwait(false))
        {
            if (isConstant)
            {
                await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
            }

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

    /// <summary>Runs one constant statement for each of several items, prepared once.</summary>
    public async ValueTask<List<T>> ReadEachAsync<TItem, T>(
        string text, IEnumerable<TItem> items, Func<TItem, Argument[]> arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await EachAsync(text, items, arguments, async command => rows.AddRange(await ReadAsync(command, read, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Runs one constant statement for each of several items, prepared once, and says how many rows they changed.</summary>
    public async ValueTask<int> ExecuteEachAsync<TItem>(string text, IEnumerable<TItem> items, Func<TItem, Argument[]> arguments, CancellationToken cancellationToken)
    {
        var changed = 0;
        await EachAsync(text, items, arguments, async command => changed += await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return changed;
    }

    private async ValueTask EachAsync<TItem>(
        string text, IEnumerable<TItem> items, Func<TItem, Argument[]> arguments, Func<DbCommand, ValueTask> run, CancellationToken cancellationToken)
    {
        DbCommand? command = null;
        try
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var values = arguments(item);
                command = command is null ? Open(text, values) : Set(command, values);
                await run(command).ConfigureAwait(false);
            }
        }
        finally
        {
            if (command is not null)
            {
                await CloseAsync(command).ConfigureAwait(false);
            }
        }
    }

    private DbCommand Open(string text, Argument[] values)
    {
        if (!sql.Dialect.IsSqlite)
        {
            return Create(text, values);
        }

        var kept = KeptCommands.Of(connection);
        if (kept.Find(text) is not { } command)
        {
            command = Create(text, values);
            kept.Keep(command);
            return command;
        }

        command.Transaction = transaction;
        command.CommandTimeout = timeout ?? kept.DefaultTimeout;
        return Set(command, values);
    }

    private async ValueTask CloseAsync(DbCommand command)
    {
        if (!sql.Dialect.IsSqlite)
        {
            await command.DisposeAsync().ConfigureAwait(false);
            return;
        }

        // A command that waits for its next use holds nobody's data, and no transaction that is over.
        command.Transaction = null;
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = DBNull.Value;
        }
    }

    private static DbParameter Filled(DbParameter parameter, Argument argument)
    {
        parameter.ParameterName = argument.Name;
        parameter.Value = argument.Value ?? DBNull.Value;
        if (argument.Type is { } type)
        {
            parameter.DbType = type;
        }

        return parameter;
    }

    private static DbCommand Set(DbCommand command, Argument[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
