using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>A copy that was made after an older one had been restored is restored itself: what it says of that restore was true then.</summary>
public sealed class RestoredCopyTests() : RestoredWorkshop(new SqliteClubhouse())
{
    [Fact]
    public async Task That_somebody_overrode_it_once_says_nothing_of_a_copy_that_was_made_then()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        await ErasedAsync(First);
        await RestoreAsync(backup);
        await OverrideAsync();
        var overridden = await BackUpAsync();
        await ReplayAsync();

        await RestoreAsync(overridden);
        Clock.AdvanceSeconds(6);

        (await DecideAsync(Second)).Reason.Id.Should().Be("GDPR2153");
        await OverrideAsync();
        (await DecideAsync(Second)).Permitted.Should().BeTrue("somebody takes it upon himself once more");
        await ReplayAsync();
        await ShouldBeReplayedAsync();
    }

    [Fact]
    public async Task It_can_be_overridden_while_a_replay_was_left()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        await ErasedAsync(First);
        await RestoreAsync(backup);
        await LeaveReplayAsync();
        await RestoreAsync(await LeftAsync(backup));
        Clock.AdvanceSeconds(6);
        (await DecideAsync(Second)).Permitted.Should().BeFalse();

        await OverrideAsync();
        await OverrideAsync();

        (await DecideAsync(Second)).Permitted.Should().BeTrue();
        (await RestoresAsync()).Select(restore => restore.Status).Should().BeEquivalentTo([DatabaseRestoreStatus.Replaying, DatabaseRestoreStatus.Overridden], "it is on record once");
        await ReplayAsync();
        await ShouldBeReplayedAsync();
    }

    [Fact]
    public async Task What_was_erased_goes_again_also_from_a_copy_that_was_made_in_the_midst_of_a_replay()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        var order = await ErasedAsync(First);
        await RestoreAsync(backup);
        await LeaveReplayAsync();
        (await EmailsAsync()).Should().NotContainNulls("entries came back, and nothing was erased again yet");
        var midst = await BackUpAsync();
        await ReplayAsync();
        await ShouldBeReplayedAsync();

        await RestoreAsync(midst);
        var report = await ReplayAsync();

        report.Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.ErasureRepeated, 1, [order.Id]));
        await ShouldBeReplayedAsync();
    }

    private Task LeaveReplayAsync() => ((Func<Task>)(() => ReplayAsync(new Leaving()))).Should().ThrowAsync<OperationCanceledException>();

    // A replay that was begun and left, and of which nothing had come back yet.
    private async Task<string> LeftAsync(string backup)
    {
        await RestoreAsync(backup);
        await HandleAsync<LedgerStreams, StreamSnapshot<DatabaseRestore>>(streams => streams.AppendAsync<DatabaseRestore>(
            DatabaseRestore.StreamOf(EntryId.New(Clock.GetCurrentInstant())), null, _ => [GdprKit.Backups.RestoreEntries.Begun.Draft(new GdprKit.Backups.RestoreBegun(Owner.Key, 0, 1))], Token));
        return await BackUpAsync();
    }

    private async Task ShouldBeReplayedAsync()
    {
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
        (await RestoresAsync()).Should().OnlyContain(restore => restore.Status == DatabaseRestoreStatus.Replayed || restore.Status == DatabaseRestoreStatus.Superseded);
        (await DecideAsync(Second)).Permitted.Should().BeTrue();
        await ShouldBeSoundAsync();
    }

    private sealed class Leaving : IProgress<RestoringProgress>
    {
        public void Report(RestoringProgress value) => throw new OperationCanceledException();
    }
}
