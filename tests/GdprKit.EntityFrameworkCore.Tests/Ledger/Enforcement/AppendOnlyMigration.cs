using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

/// <summary>What a host writes that wants its database to keep the ledger as it was written.</summary>
[DbContext(typeof(AppendOnlyContext))]
[Migration("20261102000000_AppendOnly")]
public sealed class AppendOnlyMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.EnforceGdprKitAppendOnly();

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropGdprKitAppendOnly();
}
