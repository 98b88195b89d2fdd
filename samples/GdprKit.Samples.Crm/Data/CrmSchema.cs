using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace GdprKit.Samples.Crm.Data;

/// <summary>What the shop adds to the tables of Chinook: the dates of a sign-up and of leaving, and the tables of the ledger of GdprKit.</summary>
internal static class CrmSchema
{
    private static readonly (string Table, string Column, string Addition)[] Columns =
    [
        ("Customer", "SignedUpOn", "ALTER TABLE Customer ADD COLUMN SignedUpOn DATETIME"),
        ("Employee", "LeftOn", "ALTER TABLE Employee ADD COLUMN LeftOn DATETIME"),
    ];

    // With the date in the index, the last purchase of a customer is found without reading an invoice.
    private const string LastPurchaseIndex = "CREATE INDEX IF NOT EXISTS IX_Invoice_CustomerId_InvoiceDate ON Invoice (CustomerId, InvoiceDate)";

    private const string LedgerTables = "gdprkit.sqlite.sql";

    /// <summary>Adds what is not there yet. Two instances that start at the same moment wait for each other.</summary>
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Constants of this class.")]
    public static void Complete(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var (table, column, addition) in Columns)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM pragma_table_info($table) WHERE name = $column";
            command.Parameters.AddWithValue("$table", table);
            command.Parameters.AddWithValue("$column", column);
            if ((long)command.ExecuteScalar()! == 0)
            {
                command.CommandText = addition;
                command.ExecuteNonQuery();
            }
        }

        using var additions = connection.CreateCommand();
        additions.CommandText = $"{LastPurchaseIndex};{ReadLedgerTables()}";
        additions.ExecuteNonQuery();
        transaction.Commit();
    }

    private static string ReadLedgerTables()
    {
        using var script = new StreamReader(typeof(CrmSchema).Assembly.GetManifestResourceStream(LedgerTables)!);
        return script.ReadToEnd();
    }
}
