using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Statements that live until their connection is closed, so that while it is open each is made and prepared once. Only for constant
/// texts, of which there are few. A connection is used by one thread at a time, and so are its statements.
/// </summary>
internal sealed class KeptCommands
{
    private static readonly ConditionalWeakTable<DbConnection, KeptCommands> Kept = [];

    private readonly Dictionary<string, DbCommand> _commands = [];
    private readonly Dictionary<string, DbBatch> _batches = [];

    private KeptCommands(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        DefaultTimeout = command.CommandTimeout;
        connection.StateChange += ForgetWhenClosed;
    }

    /// <summary>How long a statement of the connection may take when nobody says otherwise, in seconds.</summary>
    public int DefaultTimeout { get; }

    /// <summary>How many statements are kept.</summary>
    public int Count => _commands.Count + _batches.Count;

    /// <summary>What is kept of an open connection.</summary>
    public static KeptCommands Of(DbConnection connection) => Kept.GetValue(connection, static each => new KeptCommands(each));

    /// <summary>What is kept of a connection, where anything is.</summary>
    public static KeptCommands? Find(DbConnection connection) => Kept.TryGetValue(connection, out var kept) ? kept : null;

    public DbCommand? FindCommand(string text) => _commands.GetValueOrDefault(text);

    public DbBatch? FindBatch(string text) => _batches.GetValueOrDefault(text);

    public void Keep(string text, DbCommand command) => _commands[text] = command;

    public void Keep(string text, DbBatch batch) => _batches[text] = batch;

    /// <summary>Keeps a statement no longer: it failed, and the next one is prepared again. Who used it disposes of it.</summary>
    public void ForgetCommand(string text) => _commands.Remove(text);

    /// <summary>Keeps a statement that ends a transaction no longer: it failed, and the next one is prepared again. Who used it disposes of it.</summary>
    public void ForgetBatch(string text) => _batches.Remove(text);

    // What was prepared belongs to the connection below, which goes back into the pool when this one is closed.
    private void ForgetWhenClosed(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState == ConnectionState.Open)
        {
            return;
        }

        var connection = (DbConnection)sender;
        connection.StateChange -= ForgetWhenClosed;
        Kept.Remove(connection);
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        foreach (var batch in _batches.Values)
        {
            batch.Dispose();
        }

        _commands.Clear();
        _batches.Clear();
    }
}
