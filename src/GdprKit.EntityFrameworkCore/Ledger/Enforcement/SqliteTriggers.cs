namespace GdprKit.EntityFrameworkCore;

/// <summary>The triggers of SQLite. <c>INSERT OR REPLACE</c> removes rows without asking the triggers of removal, so it is asked beforehand.</summary>
internal static class SqliteTriggers
{
    private const string SamePlace =
        "\"stream_kind\" = NEW.\"stream_kind\" AND \"subject\" = NEW.\"subject\" AND \"stream_key\" = NEW.\"stream_key\" AND \"version\" = NEW.\"version\"";

    public static IReadOnlyList<string> Create() => [.. All().SelectMany(trigger => (string[])[DropOf(trigger), trigger.Definition + ";"])];

    public static IReadOnlyList<string> Drop() => [.. All().Select(DropOf)];

    /// <summary>The triggers that are missing, or do something else.</summary>
    public static async ValueTask<IReadOnlyList<string>> FindMissingAsync(HostCommands commands, CancellationToken cancellationToken)
    {
        var found = await commands.ReadAsync(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", [], row => (Name: row.GetString(0), Definition: row.GetString(1)), cancellationToken).ConfigureAwait(false);
        return [.. All().Where(trigger => !found.Contains((trigger.Name, trigger.Definition))).Select(trigger => trigger.Name)];
    }

    private static IEnumerable<AppendOnlyTrigger> All()
    {
        foreach (var table in AppendOnlyTriggers.Unchanging)
        {
            yield return On(table, AppendOnlyTriggers.NameOfChange(table), "UPDATE", null, AppendOnlyTriggers.Change);
        }

        yield return On(
            LedgerTables.Entry,
            AppendOnlyTriggers.NameOfRemoval(LedgerTables.Entry),
            "DELETE",
            $"NOT EXISTS (SELECT 1 FROM \"{LedgerTables.Expired}\" WHERE \"entry_id\" = OLD.\"entry_id\" AND \"hash\" = OLD.\"hash\")",
            AppendOnlyTriggers.Removal);
        yield return On(LedgerTables.Expired, AppendOnlyTriggers.NameOfRemoval(LedgerTables.Expired), "DELETE", null, AppendOnlyTriggers.Removal);
        yield return NoReplace(LedgerTables.Entry, "\"entry_id\" = NEW.\"entry_id\"", SamePlace);
        yield return NoReplace(LedgerTables.Expired, "\"entry_id\" = NEW.\"entry_id\" AND \"hash\" <> NEW.\"hash\"");
        yield return NoReplace(LedgerTables.Details, "\"entry_id\" = NEW.\"entry_id\"");
        yield return NoReplace(LedgerTables.Content, "\"digest\" = NEW.\"digest\" AND \"bytes\" <> NEW.\"bytes\"");
    }

    // A row is also replaced by the number that SQLite gives to it.
    private static AppendOnlyTrigger NoReplace(string table, params string[] same) => On(
        table,
        $"{table}_no_replace",
        "INSERT",
        string.Join(" OR ", same.Append("rowid = NEW.rowid").Select(each => $"EXISTS (SELECT 1 FROM \"{table}\" WHERE {each})")),
        AppendOnlyTriggers.Change);

    private static AppendOnlyTrigger On(string table, string name, string happening, string? when, string message) => new(
        table,
        name,
        $"""
        CREATE TRIGGER "{name}" BEFORE {happening} ON "{table}"{(when is null ? "" : $"\nWHEN {when}")}
        BEGIN
            SELECT RAISE(ABORT, '{message}');
        END
        """.ReplaceLineEndings("\n"));

    private static string DropOf(AppendOnlyTrigger trigger) => $"DROP TRIGGER IF EXISTS \"{trigger.Name}\";";
}
