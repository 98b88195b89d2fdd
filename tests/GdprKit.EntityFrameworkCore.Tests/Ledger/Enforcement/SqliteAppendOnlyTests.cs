using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

public sealed class SqliteAppendOnlyTests : AppendOnlyTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-append-only-").FullName;

    public static TheoryData<string> Replacements =>
    [
        "INSERT OR REPLACE INTO gdpr_entry SELECT entry_id, stream_kind, subject, 'else', version, recorded_at, entry_type, salt, salt, details_commitment, content, hash FROM gdpr_entry",
        "INSERT OR REPLACE INTO gdpr_entry SELECT salt, stream_kind, subject, stream_key, version, recorded_at, entry_type, salt, salt, details_commitment, content, hash FROM gdpr_entry",
        "INSERT OR REPLACE INTO gdpr_entry (rowid, entry_id, stream_kind, subject, stream_key, version, recorded_at, entry_type, salt, facts, content, hash) SELECT rowid, salt, stream_kind, subject, 'else', version, recorded_at, entry_type, salt, salt, content, hash FROM gdpr_entry",
        "INSERT INTO gdpr_entry SELECT * FROM gdpr_entry WHERE true ON CONFLICT (entry_id) DO UPDATE SET facts = excluded.salt",
        "UPDATE OR REPLACE gdpr_entry SET facts = salt",
        "REPLACE INTO gdpr_expired_entry SELECT entry_id, entry_id FROM gdpr_expired_entry",
        "REPLACE INTO gdpr_entry_details SELECT entry_id, salt, salt FROM gdpr_entry_details",
        "REPLACE INTO gdpr_content SELECT digest, digest FROM gdpr_content",
    ];

    protected override string Database => "sqlite";

    protected override string DropOfOne => "DROP TRIGGER gdpr_entry_no_delete";

    protected override string Harmless => "DROP TRIGGER gdpr_entry_no_delete; CREATE TRIGGER gdpr_entry_no_delete BEFORE DELETE ON gdpr_entry WHEN false BEGIN SELECT RAISE(ABORT, 'GDPR3162'); END";

    [Theory]
    [MemberData(nameof(Replacements))]
    public Task A_replacement_by_hand_is_refused(string statement) => RefusesAsync(statement, "GDPR3161: *");

    protected override void Use(DbContextOptionsBuilder options, bool isAway) => options.UseSqlite(new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(_folder, isAway ? "nowhere/host.sqlite" : "host.sqlite"),
        Pooling = false,
    }.ConnectionString);

    protected override ValueTask OpenAsync() => ValueTask.CompletedTask;

    protected override ValueTask CloseAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
