using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace GdprKit.Samples.Crm.Data;

/// <summary>
/// What the shop adds to the tables of Chinook: the dates of a sign-up and of leaving, the language of a customer, who signed the customer up and who only reads the newsletter, and the
/// tables of the ledger of GdprKit.
/// </summary>
internal static class CrmSchema
{
    private static readonly (string Table, string Column, string Addition)[] Columns =
    [
        ("Customer", "SignedUpOn", "ALTER TABLE Customer ADD COLUMN SignedUpOn DATETIME"),
        ("Customer", "Language", "ALTER TABLE Customer ADD COLUMN Language NVARCHAR(8)"),
        ("Customer", "Source", "ALTER TABLE Customer ADD COLUMN Source NVARCHAR(80)"),
        ("Customer", "IsReader", "ALTER TABLE Customer ADD COLUMN IsReader BOOLEAN NOT NULL DEFAULT 0"),
        ("Employee", "LeftOn", "ALTER TABLE Employee ADD COLUMN LeftOn DATETIME"),
    ];

    // With the date in the index, the last purchase of a customer is found without reading an invoice.
    private const string LastPurchaseIndex = "CREATE INDEX IF NOT EXISTS IX_Invoice_CustomerId_InvoiceDate ON Invoice (CustomerId, InvoiceDate)";

    private const string LedgerTables = "gdprkit.sqlite.sql";

    // Under this name the shop recorded itself that somebody read the notice, before the ledger did.
    private const string OwnNoticeReading = "crm.notice-read/1";

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

    /// <summary>
    /// Whether a table of the ledger is there that has other columns than this version gives it, or an entry that this version does not read any more: the
    /// history of a person with one would take nothing new.
    /// </summary>
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Constants of this class.")]
    public static bool HasAnotherLedger(SqliteConnection connection)
    {
        using var empty = new SqliteConnection("Data Source=:memory:;Pooling=False");
        empty.Open();
        using var script = new SqliteCommand(ReadLedgerTables(), empty);
        script.ExecuteNonQuery();
        var there = ReadColumns(connection);
        return ReadColumns(empty).Any(table => there.TryGetValue(table.Key, out var columns) && columns != table.Value)
            || (there.ContainsKey("gdpr_entry") && HasOwnNoticeReadings(connection));
    }

    private static bool HasOwnNoticeReadings(SqliteConnection connection)
    {
        using var command = new SqliteCommand("SELECT EXISTS (SELECT 1 FROM gdpr_entry WHERE entry_type = $type)", connection);
        command.Parameters.AddWithValue("$type", OwnNoticeReading);
        return (long)command.ExecuteScalar()! == 1;
    }

    private static Dictionary<string, string> ReadColumns(SqliteConnection connection)
    {
        const string Columns =
            "SELECT t.name, group_concat(c.name, ',' ORDER BY c.name) FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table' GROUP BY t.name";
        using var command = new SqliteCommand(Columns, connection);
        using var reader = command.ExecuteReader();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            columns.Add(reader.GetString(0), reader.GetString(1));
        }

        return columns;
    }

    private static string ReadLedgerTables()
    {
        using var script = new StreamReader(typeof(CrmSchema).Assembly.GetManifestResourceStream(LedgerTables)!);
        return script.ReadToEnd();
    }
}
