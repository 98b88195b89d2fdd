namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The triggers of PostgreSQL. Who removes entries is asked once for all of them, when the statement has removed them; the tables are found
/// where the trigger is, and nowhere else, whatever the search path of who removes.
/// </summary>
internal static class PostgreSqlTriggers
{
    private const string ChangeFunction = "gdpr_refuse_change";

    private const string RemovalFunction = "gdpr_refuse_removal";

    private const string ExpiryFunction = "gdpr_refuse_removal_unless_expired";

    // How pg_trigger writes when a trigger is asked: for each row 1, beforehand 2, on removal 8, on change 16, on emptying 32.
    private const int BeforeChangeOfRow = 19;

    private const int BeforeRemovalOfRow = 11;

    private const int AfterRemoval = 8;

    private const int BeforeEmptying = 34;

    public static IReadOnlyList<string> Create(string? schema) =>
    [
        .. Functions().Select(each => FunctionText(Prefix(schema), each.Name, each.Body)),
        .. All().Select(each => $"CREATE OR REPLACE TRIGGER {each.Name} {each.When.Replace("@table", Prefix(schema) + each.Table, StringComparison.Ordinal)}\n    EXECUTE FUNCTION {Prefix(schema)}{each.Function}();"),
    ];

    public static IReadOnlyList<string> Drop(string? schema) =>
    [
        .. All().Select(each => $"DROP TRIGGER IF EXISTS {each.Name} ON {Prefix(schema)}{each.Table};"),
        .. Functions().Select(each => $"DROP FUNCTION IF EXISTS {Prefix(schema)}{each.Name}();"),
    ];

    /// <summary>The triggers that are missing, are switched off, or do something else.</summary>
    public static async ValueTask<IReadOnlyList<string>> FindMissingAsync(HostCommands commands, CancellationToken cancellationToken)
    {
        var bodies = Functions().ToDictionary(each => each.Name, each => each.Body);
        var found = await commands.ReadAsync(
            """
            SELECT t.tgname::text, t.tgtype::int, p.prosrc FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
            WHERE t.tgrelid IN (to_regclass(@entry), to_regclass(@expired), to_regclass(@details), to_regclass(@content))
                AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL AND t.tgattr::text = ''
            """,
            [
                new("@entry", commands.Sql.Entry),
                new("@expired", commands.Sql.Expired),
                new("@details", commands.Sql.Details),
                new("@content", commands.Sql.Content),
            ],
            row => (Name: row.GetString(0), Type: row.GetInt32(1), Body: row.GetString(2)),
            cancellationToken).ConfigureAwait(false);
        return [.. All().Where(each => !found.Contains((each.Name, each.Type, bodies[each.Function]))).Select(each => each.Name)];
    }

    private static IEnumerable<(string Table, string Name, string When, int Type, string Function)> All()
    {
        foreach (var table in AppendOnlyTriggers.Unchanging)
        {
            yield return (table, AppendOnlyTriggers.NameOfChange(table), "BEFORE UPDATE ON @table FOR EACH ROW", BeforeChangeOfRow, ChangeFunction);
        }

        var (ofEntries, ofExpired) = (AppendOnlyTriggers.NameOfRemoval(LedgerTables.Entry), AppendOnlyTriggers.NameOfRemoval(LedgerTables.Expired));
        yield return (LedgerTables.Entry, ofEntries, "AFTER DELETE ON @table REFERENCING OLD TABLE AS gone FOR EACH STATEMENT", AfterRemoval, ExpiryFunction);
        yield return (LedgerTables.Expired, ofExpired, "BEFORE DELETE ON @table FOR EACH ROW", BeforeRemovalOfRow, RemovalFunction);
        foreach (var table in AppendOnlyTriggers.Staying)
        {
            yield return (table, $"{table}_no_truncate", "BEFORE TRUNCATE ON @table FOR EACH STATEMENT", BeforeEmptying, RemovalFunction);
        }
    }

    private static IEnumerable<(string Name, string Body)> Functions() =>
    [
        (ChangeFunction, Refusing(AppendOnlyTriggers.Change)),
        (RemovalFunction, Refusing(AppendOnlyTriggers.Removal)),
        (ExpiryFunction, RefusingUnlessExpired()),
    ];

    private static string Refusing(string message) => $"""

        BEGIN
            RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation';
        END

        """.ReplaceLineEndings("\n");

    private static string RefusingUnlessExpired() => $"""

        DECLARE
            is_refused boolean;
        BEGIN
            EXECUTE format(
                'SELECT EXISTS (SELECT 1 FROM gone g WHERE NOT EXISTS (SELECT 1 FROM %I.{LedgerTables.Expired} x WHERE x.entry_id = g.entry_id AND x.hash = g.hash))',
                TG_TABLE_SCHEMA) INTO is_refused;
            IF is_refused THEN
                RAISE EXCEPTION '{AppendOnlyTriggers.Removal}' USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NULL;
        END

        """.ReplaceLineEndings("\n");

    private static string FunctionText(string prefix, string name, string body) =>
        $"CREATE OR REPLACE FUNCTION {prefix}{name}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $gdpr${body}$gdpr$;";

    private static string Prefix(string? schema) => schema is null ? "" : $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\".";
}
