namespace GdprKit.EntityFrameworkCore;

/// <summary>The triggers of SQL Server, which are asked when a statement has done its work, and undo it. Each is made by a text of its own, so that they fit into any script.</summary>
internal static class SqlServerTriggers
{
    // The numbers from 50,000 on are those of applications.
    private const int ErrorNumber = 51000;

    public static IReadOnlyList<string> Create(string? schema) => [.. All(Prefix(schema)).Select(trigger => $"EXEC(N'{Quoted(trigger.Definition)}');")];

    public static IReadOnlyList<string> Drop(string? schema) => [.. All(Prefix(schema)).Select(trigger => $"DROP TRIGGER IF EXISTS {Prefix(schema)}[{trigger.Name}];")];

    private static IEnumerable<AppendOnlyTrigger> All(string prefix)
    {
        foreach (var table in AppendOnlyTriggers.Unchanging)
        {
            yield return On(prefix, table, AppendOnlyTriggers.NameOfChange(table), "UPDATE", "SELECT 1 FROM inserted", AppendOnlyTriggers.Change);
        }

        yield return On(
            prefix,
            LedgerTables.Entry,
            AppendOnlyTriggers.NameOfRemoval(LedgerTables.Entry),
            "DELETE",
            $"SELECT 1 FROM deleted d WHERE NOT EXISTS (SELECT 1 FROM {prefix}[{LedgerTables.Expired}] x WHERE x.[entry_id] = d.[entry_id] AND x.[hash] = d.[hash])",
            AppendOnlyTriggers.Removal);
        yield return On(prefix, LedgerTables.Expired, AppendOnlyTriggers.NameOfRemoval(LedgerTables.Expired), "DELETE", "SELECT 1 FROM deleted", AppendOnlyTriggers.Removal);
    }

    private static AppendOnlyTrigger On(string prefix, string table, string name, string happening, string refused, string message) => new(
        table,
        name,
        $"""
        CREATE OR ALTER TRIGGER {prefix}[{name}] ON {prefix}[{table}] AFTER {happening} AS
        BEGIN
            SET NOCOUNT ON;
            IF EXISTS ({refused})
                THROW {ErrorNumber}, N'{message}', 1;
        END
        """.ReplaceLineEndings("\n"));

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Prefix(string? schema) => schema is null ? "" : $"[{schema.Replace("]", "]]", StringComparison.Ordinal)}].";
}
