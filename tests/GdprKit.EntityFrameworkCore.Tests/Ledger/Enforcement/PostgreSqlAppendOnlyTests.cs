using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

public sealed class PostgreSqlAppendOnlyTests(PostgreSqlServer server) : AppendOnlyTests
{
    private PostgreSqlDatabase? _database;

    protected override string Database => "postgresql";

    protected override string DropOfOne => "DROP TRIGGER gdpr_entry_no_delete ON gdpr_entry";

    protected override string Harmless =>
        "CREATE OR REPLACE FUNCTION gdpr_refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";

    [Theory]
    [InlineData("TRUNCATE gdpr_entry")]
    [InlineData("TRUNCATE gdpr_expired_entry, gdpr_entry")]
    [InlineData("WITH gone AS (SELECT * FROM gdpr_entry) DELETE FROM gdpr_entry e USING gone WHERE e.entry_id = gone.entry_id")]
    public Task Emptying_a_table_is_refused(string statement) => RefusesAsync(statement, "GDPR3162: *");

    [Theory]
    [InlineData("INSERT INTO gdpr_entry SELECT * FROM gdpr_entry ON CONFLICT (entry_id) DO UPDATE SET facts = excluded.salt")]
    [InlineData("MERGE INTO gdpr_entry e USING gdpr_head h ON e.stream_key = h.stream_key WHEN MATCHED THEN UPDATE SET facts = e.salt")]
    public Task A_change_in_other_words_is_refused(string statement) => RefusesAsync(statement, "GDPR3161: *");

    [Fact]
    public async Task A_table_that_the_search_path_puts_in_the_place_of_the_expired_entries_deceives_nobody()
    {
        await ExecuteAsync("CREATE SCHEMA decoy; CREATE TABLE decoy.gdpr_expired_entry AS SELECT entry_id, hash FROM gdpr_entry");

        await RefusesAsync("SET search_path = decoy, public; DELETE FROM public.gdpr_entry", "GDPR3162: *");
    }

    [Theory]
    [InlineData("ALTER TABLE gdpr_entry DISABLE TRIGGER gdpr_entry_no_update")]
    [InlineData("ALTER TABLE gdpr_entry ENABLE REPLICA TRIGGER gdpr_entry_no_update")]
    [InlineData("CREATE OR REPLACE TRIGGER gdpr_entry_no_update BEFORE UPDATE ON gdpr_entry FOR EACH ROW WHEN (false) EXECUTE FUNCTION gdpr_refuse_change()")]
    [InlineData("CREATE OR REPLACE TRIGGER gdpr_entry_no_update BEFORE UPDATE OF salt ON gdpr_entry FOR EACH ROW EXECUTE FUNCTION gdpr_refuse_change()")]
    [InlineData("CREATE OR REPLACE TRIGGER gdpr_entry_no_update BEFORE INSERT ON gdpr_entry FOR EACH ROW EXECUTE FUNCTION gdpr_refuse_change()")]
    public async Task A_trigger_that_was_switched_off_or_narrowed_is_noticed(string statement)
    {
        await ExecuteAsync(statement);

        await RefusesToStartAsync("has others: gdpr_entry_no_update.*");
    }

    [Fact]
    public async Task The_idempotent_script_of_the_migrations_makes_the_triggers_anew()
    {
        await using var context = new AppendOnlyContext(new DbContextOptionsBuilder<AppendOnlyContext>().UseNpgsql(_database!.ConnectionString).Options);
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        await ExecuteAsync($"{Harmless}; {DropOfOne}; DELETE FROM \"__EFMigrationsHistory\"");

        await ExecuteAsync(script);
        await ExecuteAsync(script);

        await RefusesAsync("DELETE FROM gdpr_entry", "GDPR3162: *");
        await RefusesAsync("UPDATE gdpr_entry SET recorded_at = 0", "GDPR3161: *");
    }

    protected override void Use(DbContextOptionsBuilder options, bool isAway) =>
        options.UseNpgsql(isAway ? "Host=localhost;Port=1;Username=nobody;Database=nowhere;Timeout=5" : _database!.ConnectionString);

    protected override async ValueTask OpenAsync() =>
        _database = PostgreSqlInstallation.IsInstalled ? await server.CreateDatabaseAsync(Token) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);

    protected override ValueTask CloseAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
