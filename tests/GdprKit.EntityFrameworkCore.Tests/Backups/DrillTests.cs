using GdprKit.EntityFrameworkCore.Requests;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>It is tried on a copy whether a backup can be restored; the database and the mirror of the application are not touched.</summary>
public sealed class DrillTests() : WorkshopTest(new SqliteClubhouse())
{
    [Fact]
    public async Task On_a_copy_everything_is_done_again_and_nowhere_else()
    {
        var backup = await BackedUpThenErasedAsync();
        var before = await MirrorAsync();

        await using var copy = CreateHost(
            options => options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = backup, Pooling = false }.ConnectionString),
            gdpr => gdpr.UseLedgerMirror(_ => new RehearsalMirror(new FileLedgerMirror(MirrorFolder))));
        var report = await RestoreDrill.RunAsync(copy, Owner, cancellationToken: Token);

        (report.Succeeded, report.Replay.CountOf(RestoreFindingKind.ErasureRepeated), report.Verification.Entries > 0).Should().Be((true, 1, true));
        await using (var scope = copy.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<WorkshopContext>().Set<Client>().IgnoreQueryFilters().Select(client => client.Email).ToListAsync(Token)).Should().Equal(null, "somebody@example.nl");
        }

        (await MirrorAsync()).Should().Equal(before, "the mirror of the application is only read");
        var set = (await HandleAsync<BackupSets, ValueList<BackupSetStanding>>(sets => sets.ListAsync(Token)))[0];
        await HandleAsync<BackupSets, int>(async sets =>
        {
            await sets.RecordDrillAsync(set.Schedule.Key, report, Owner, Token);
            return 0;
        });
        (await HandleAsync<BackupSets, ValueList<BackupSetStanding>>(sets => sets.ListAsync(Token)))[0].Recorded.Should().BeEquivalentTo(new { DrilledAt = Clock.GetCurrentInstant(), DrillSucceeded = true });
        (await HandleAsync<LedgerSequencer, SequencingResult>(sequencer => sequencer.PumpAsync(Token))).Mirror.State.Should().Be(MirrorState.Level, "the application goes on");
    }

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

    private async Task<string> BackedUpThenErasedAsync()
    {
        await PutAsync(clients: 2);
        await HandleAsync<ISubjectDirectory, SubjectRef>(subjects => subjects.LinkOneAsync(First, LedgerTime.Floor(Clock.GetCurrentInstant()), Token));
        var backup = await BackUpAsync();
        var order = await OrderAsync(First);
        await RunAsync();
        await DoByHandAsync(order);
        await TellAsync(order);
        await HandleAsync<LedgerSequencer, SequencingResult>(sequencer => sequencer.PumpAsync(Token));
        return backup;
    }

    private Task<List<string>> MirrorAsync() => Task.FromResult(Directory.GetFiles(MirrorFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => $"{path} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}").ToList());
}
