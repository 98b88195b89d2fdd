using GdprKit.EntityFrameworkCore.Requests;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>It is tried on a copy whether a backup can be restored; the database and the mirror of the application are not touched.</summary>
public abstract class DrillTests(ClubhouseDatabase database) : WorkshopTest(database)
{
    [Fact]
    public async Task On_a_copy_everything_is_done_again_and_nowhere_else()
    {
        var backup = await BackedUpThenErasedAsync();
        var before = await MirrorAsync();

        var (reach, scratch) = await RestoreBesideAsync(backup);
        await using var dropped = scratch;
        await using var copy = CreateHost(reach, gdpr => gdpr.UseLedgerMirror(_ => new RehearsalMirror(new FileLedgerMirror(MirrorFolder))));
        var report = await RestoreDrill.RunAsync(copy, Owner, cancellationToken: Token);

        (report.Succeeded, report.Replay.CountOf(RestoreFindingKind.ErasureRepeated), report.Verification.Entries > 0).Should().Be((true, 1, true));
        await using (var scope = copy.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<WorkshopContext>().Set<Client>().IgnoreQueryFilters().OrderBy(client => client.Id).Select(client => client.Email).ToListAsync(Token)).Should().Equal(null, "somebody@example.nl");
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

    protected async Task<string> BackedUpThenErasedAsync()
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
