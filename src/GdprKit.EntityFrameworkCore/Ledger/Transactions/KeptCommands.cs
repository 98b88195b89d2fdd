using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Commands that live until their connection is closed, so that SQLite compiles each statement once while it is open. Only for
/// constant texts, of which there are few. A connection is used by one thread at a time, and so are its commands.
/// </summary>
internal sealed class KeptCommands
{
    private static readonly ConditionalWeakTable<DbConnection, KeptCommands> Kept = [];

    private readonly Dictionary<string, DbCommand> _commands = [];

    private KeptCommands(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        DefaultTimeout = command.CommandTimeout;
        connection.StateChange += (_, change) => ForgetWhenClosed(change.CurrentState);
    }

    /// <summary>How long a command of the connection may take when nobody says otherwise, in seconds.</summary>
    public int DefaultTimeout { get; }

    public static KeptCommands Of(DbConnection connection) => Kept.GetValue(connection, each => new KeptCommands(each));

    /// <summary>The command for a text, where it was made since the connection was opened.</summary>
    public DbCommand? Find(string text) => _commands.GetValueOrDefault(text);

    public void Keep(DbCommand command) => _commands[command.CommandText] = command;

    // What was compiled belongs to the connection to the file, which goes back into the pool when this one is closed.
    private void ForgetWhenClosed(ConnectionState state)
    {
        if (state != ConnectionState.Open)
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }

            _commands.Clear();
        }
    }
}
