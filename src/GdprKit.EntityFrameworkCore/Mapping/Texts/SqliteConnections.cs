using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// What connections of SQLite can do beyond those of other databases. This package knows no driver, so that an application has the
/// one of its own database alone: the members are found by their public names.
/// </summary>
internal static class SqliteConnections
{
    private static readonly ConditionalWeakTable<DbConnection, HashSet<string>> Orders = [];

    /// <summary>What stays the same while a connection waits in a pool and comes back; <see langword="null"/> when nobody can tell.</summary>
    public static object? Identity(DbConnection connection) => connection.GetType().GetProperty("Handle")?.GetValue(connection);

    /// <summary>Whether a connection learns orders of texts.</summary>
    public static bool CanLearn(DbConnection connection) => CreateCollation(connection) is not null;

    /// <summary>Teaches a connection an order of texts. Nothing of it is left in the database, nor in the pool.</summary>
    /// <param name="context">The context that has the connection.</param>
    /// <param name="date">The order.</param>
    /// <param name="about">The column that needs it.</param>
    /// <exception cref="InvalidOperationException">GDPR3006: the connection learns no order.</exception>
    public static void Teach(DbContext context, WrittenDate date, string about)
    {
        var connection = context.Database.GetDbConnection();
        var known = Orders.GetOrCreateValue(connection);
        lock (known)
        {
            // While a statement is open, no order may be replaced.
            if (!known.Contains(date.Collation))
            {
                var create = CreateCollation(connection) ?? throw new InvalidOperationException(
                    $"{StoreMessages.NoOrder}: {about} holds texts that are no dates as the application writes them, and a connection of the class {connection.GetType().Name} learns no order of texts, so that "
                    + "what is past its period cannot be told. Give the context a connection of Microsoft.Data.Sqlite, or correct the texts.");
                create.Invoke(connection, [date.Collation, (Comparison<string>)date.Compare]);
                known.Add(date.Collation);
            }
        }
    }

    private static MethodInfo? CreateCollation(DbConnection connection) => connection.GetType().GetMethod("CreateCollation", [typeof(string), typeof(Comparison<string>)]);
}
