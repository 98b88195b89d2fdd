using System.Data.Common;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Statements on a connection, in a transaction of it.</summary>
/// <param name="connection">The connection, which is open.</param>
/// <param name="transaction">The transaction; <see langword="null"/> for none.</param>
/// <param name="timeout">How long a statement may take, in seconds; <see langword="null"/> for what the connection says.</param>
/// <param name="sql">The texts.</param>
/// <param name="isLasting">Whether the connection stays open afterwards, so that prepared statements are worth keeping for the next time.</param>
internal sealed class HostCommands(DbConnection connection, DbTransaction? transaction, int? timeout, LedgerSql sql, bool isLasting = false)
{
    private readonly KeptCommands? _kept = isLasting ? KeptCommands.Of(connection) : null;

    public LedgerSql Sql => sql;

    public DbConnection Connection => connection;

    /// <summary>Statements on the same connection, in another transaction.</summary>
    public HostCommands In(DbTransaction other) => new(connection, other, timeout, sql, isLasting);

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
        var batch = await OpenBatchAsync(text, arguments, cancellationToken).ConfigureAwait(false);
        var isDone = false;
        try
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            bool any;
            await using (reader.ConfigureAwait(false))
            {
                any = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);

                // What was sent takes place whether somebody still waits or not, so the answer is heard to its end.
                while (await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false))
                {
                }
            }

            isDone = true;
            return any;
        }
        finally
        {
            // One that failed may be empty: when its connection broke, what was kept of it is disposed of.
            if (_kept is not null && isDone)
            {
                Rest(batch.BatchCommands[0].Parameters);
                batch.Transaction = null;
            }
            else
            {
                _kept?.ForgetBatch(text);
                await batch.DisposeAsync().ConfigureAwait(false);
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

    public async ValueTask<List<T>> ReadAsync<T>(string text, Argument[] arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var command = Create(text, arguments);
        await using (command.ConfigureAwait(false))
        {
            return await ReadAsync(command, read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads by a statement whose text is always the same, so that the database plans it once for a connection.</summary>
    /// <param name="text">The text.</param>
    /// <param name="arguments">The values.</param>
    /// <param name="read">Reads a row; what it makes nothing of is left out.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<ValueList<T>> ReadPreparedAsync<T>(string text, Argument[] arguments, Func<DbDataReader, T?> read, CancellationToken cancellationToken)
        where T : notnull
    {
        var command = FindKept(text, arguments) ?? await PrepareAsync(text, arguments, cancellationToken).ConfigureAwait(false);
        var isDone = false;
        try
        {
            var rows = new List<T>();
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (read(reader) is { } row)
                    {
                        rows.Add(row);
                    }
                }
            }

            isDone = true;
            return rows.ToValueList();
        }
        finally
        {
            await CloseAsync(text, command, isDone).ConfigureAwait(false);
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
        var isDone = false;
        try
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var values = arguments(item);
                command = command is not null ? Set(command, values) : FindKept(text, values) ?? await PrepareAsync(text, values, cancellationToken).ConfigureAwait(false);
                await run(command).ConfigureAwait(false);
            }

            isDone = true;
        }
        finally
        {
            if (command is not null)
            {
                await CloseAsync(text, command, isDone).ConfigureAwait(false);
            }
        }
    }

    private DbCommand? FindKept(string text, Argument[] values)
    {
        if (_kept?.FindCommand(text) is not { } known)
        {
            return null;
        }

        known.Transaction = transaction;
        known.CommandTimeout = timeout ?? _kept.DefaultTimeout;
        return Set(known, values);
    }

    private async ValueTask<DbCommand> PrepareAsync(string text, Argument[] values, CancellationToken cancellationToken)
    {
        var command = sql.Dialect.IsPostgreSql
            ? Create(PositionalText.Of(text, values), Array.ConvertAll(values, value => value with { Name = "" }))
            : Create(text, values);
        try
        {
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await command.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        _kept?.Keep(text, command);
        return command;
    }

    private async ValueTask<DbBatch> OpenBatchAsync(string text, Argument[] values, CancellationToken cancellationToken)
    {
        if (_kept?.FindBatch(text) is { } known)
        {
            known.Transaction = transaction;
            known.Timeout = timeout ?? _kept.DefaultTimeout;
            Set(known.BatchCommands[0].Parameters, values);
            return known;
        }

        var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        batch.Timeout = timeout ?? batch.Timeout;
        var statement = Add(PositionalText.Of(text, values));
        foreach (var value in values)
        {
            statement.Parameters.Add(Filled(statement.CreateParameter(), value with { Name = "" }));
        }

        Add("COMMIT");
        try
        {
            await batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await batch.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        _kept?.Keep(text, batch);
        return batch;

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

    private ValueTask CloseAsync(string text, DbCommand command, bool isDone)
    {
        if (_kept is not null && isDone)
        {
            Rest(command.Parameters);
            command.Transaction = null;
            return ValueTask.CompletedTask;
        }

        _kept?.ForgetCommand(text);
        return command.DisposeAsync();
    }

    /// <summary>While a statement waits for its next use, it holds nobody's data.</summary>
    private static void Rest(DbParameterCollection parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            parameters[i].Value = DBNull.Value;
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
        Set(command.Parameters, values);
        return command;
    }

    private static void Set(DbParameterCollection parameters, Argument[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i].Value ?? DBNull.Value;
        }
    }
}
