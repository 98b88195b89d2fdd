using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

/// <summary>The tables of the ledger, for whichever database it is.</summary>
[DbContext(typeof(AppendOnlyContext))]
[Migration("20261101000000_Ledger")]
public sealed class LedgerMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(File.ReadAllText(LedgerScripts.PathOf(ActiveProvider!.Split('.')[^1].ToLowerInvariant())));

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["content", "entry", "entry_details", "expired_entry", "head", "lease", "order", "subject_link", "tip", "tree_node", "unordered_entry"])
        {
            migrationBuilder.DropTable($"gdpr_{table}");
        }
    }
}
