using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>Somebody copied the file of SQLite and left its write-ahead log behind: the copy is older than the moment at which it was made.</summary>
public sealed class CopiedFileTests() : RestoredWorkshop(new SqliteClubhouse(way: SqliteBackupWay.FileAlone))
{
    [Fact]
    public async Task What_was_left_behind_in_the_log_is_done_again_too()
    {
        await PutAsync(clients: 3);
        await LinkAsync(First);
        await LinkAsync(Second);
        await ErasedAsync(First);
        await WithAsync(context => context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Token));
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(Second, RestrictionGround.NeededForClaims, cancellationToken: Token));
        await PumpAsync();
        var backup = await BackUpAsync();

        await RestoreAsync(backup);
        (await EmailsAsync()).Should().Equal([null, "somebody@example.nl", "somebody@example.nl"], "what an erasure leaves in the log is cleared away at once");
        (await HandleAsync<Restrictions, Restriction?>(restrictions => restrictions.FindAsync(Second, cancellationToken: Token))).Should().BeNull("it stood in the log only");
        Clock.AdvanceSeconds(6);
        (await DecideAsync(Second)).Reason.Id.Should().Be("GDPR2153");
        var report = await ReplayAsync();

        (report.Standing.State, report.IsFinished).Should().Be((MirrorState.Behind, true));
        report.CountOf(RestoreFindingKind.EntriesRestored).Should().BePositive();
        (await HandleAsync<Restrictions, Restriction?>(restrictions => restrictions.FindAsync(Second, cancellationToken: Token)))!.Grounds.Should().Equal(RestrictionGround.NeededForClaims);
        await ShouldBeSoundAsync();
    }
}
