using GdprKit.EntityFrameworkCore.Requests;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <inheritdoc/>
public sealed class SqliteDrillTests() : DrillTests(new SqliteClubhouse(way: SqliteBackupWay.VacuumInto))
{
    [Fact]
    public async Task A_drill_that_would_write_to_the_mirror_is_refused()
    {
        var drill = async () => await RestoreDrill.RunAsync(Host, Owner, cancellationToken: Token);

        (await drill.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().StartWith("GDPR1808: ");
    }

    [Fact]
    public async Task A_backup_of_another_system_is_found_out()
    {
        await BackedUpThenErasedAsync();
        var other = Path.Combine(Directory.CreateTempSubdirectory("gdprkit-drill-").FullName, "other.sqlite");
        await using var copy = CreateHost(
            options => options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = other, Pooling = false }.ConnectionString),
            gdpr => gdpr.UseLedgerMirror(_ => new RehearsalMirror(new FileLedgerMirror(MirrorFolder))));
        await using (var scope = copy.CreateAsyncScope())
        {
            var services = scope.ServiceProvider;
            await services.GetRequiredService<WorkshopContext>().Database.EnsureCreatedAsync(Token);
            await services.GetRequiredService<Objections>().ObjectToMarketingAsync(First, cancellationToken: Token);
            await new LedgerSequencer(services.GetRequiredService<ILedgerStore>(), services.GetRequiredService<ILedgerLog>(), Clock).PumpAsync(Token);
        }

        var drill = async () => await RestoreDrill.RunAsync(copy, Owner, cancellationToken: Token);

        (await drill.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3137");
    }
}
