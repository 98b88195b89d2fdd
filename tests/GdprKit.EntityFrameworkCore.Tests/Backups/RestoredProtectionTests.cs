using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>What protects somebody to whom nothing leads in the copy comes back with the ledger, and nobody knows whose rows it protects: uncertain means protected.</summary>
public sealed class RestoredProtectionTests() : RestoredWorkshop(new SqliteClubhouse())
{
    [Fact]
    public async Task No_run_is_repeated_while_it_is_not_known_whose_rows_have_to_stay()
    {
        var (run, rows) = await RestoredAsync(isLinked: false, isLifted: false);
        (await RehearseAsync()).Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.RunHeldBack, 1, [run]));

        var report = await ReplayAsync();

        report.Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.RunHeldBack, 1, [run]));
        report.NeedingAttention.Select(finding => finding.Kind).Should().BeEquivalentTo([RestoreFindingKind.PeopleUnknown, RestoreFindingKind.RunHeldBack]);
        (await EmailsAsync()).Should().Equal(rows, "nothing went");
        (await DecideByItselfAsync()).Should().BeOfType<AutomaticOutcome.NewRules>("tonight nothing goes by itself either").Which.Until.Should().BeGreaterThan(Clock.GetCurrentInstant() + Duration.FromDays(6));
        await ShouldBeSoundAsync();

        // Somebody looks, protects the person again, and approves what is left.
        await ProtectAsync();
        await CleanAsync();
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_approved_and_not_done_does_not_go_on_by_itself_either(bool isInCopy)
    {
        await PutAsync(clients: 2);
        Clock.Reset(Instant.FromUtc(2034, 1, 2, 9, 0));
        await LinkAsync(First);
        var run = isInCopy ? await ApproveAsync() : default;
        await PumpAsync();
        var (backup, rows) = (await BackUpAsync(), await EmailsAsync());
        await ProtectAsync();
        run = isInCopy ? run : await ApproveAsync();
        await PumpAsync();
        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        (await RehearseAsync()).Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.RunHeldBack, 1, [run]));

        var report = await ReplayAsync();
        await HandleAsync<RetentionRunner, RunRound>(runner => runner.RunAsync(Token));

        report.Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.RunHeldBack, 1, [run]));
        (await EmailsAsync()).Should().Equal(rows, "nothing went");
        (await HandleAsync<RetentionRuns, RetentionRun?>(runs => runs.FindAsync(run, Token)))!.Status.Should().Be(RunStatus.Paused);
        await ProtectAsync();
        await HandleAsync<RetentionRuns, RetentionRun>(runs => runs.ResumeAsync(run, Owner, Token));
        await HandleAsync<RetentionRunner, RunRound>(runner => runner.RunAsync(Token));
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
    }

    [Fact]
    public async Task It_is_repeated_when_the_copy_leads_to_everybody_who_is_protected()
    {
        var (run, _) = await RestoredAsync(isLinked: true, isLifted: false);

        var report = await ReplayAsync();

        report.Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.RunRepeated, 1, [run]));
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
    }

    [Fact]
    public async Task It_is_repeated_when_what_protected_somebody_unknown_had_ended()
    {
        var (run, _) = await RestoredAsync(isLinked: false, isLifted: true);
        (await RehearseAsync()).Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.RunRepeated, 1, [run]), "a rehearsal says what will be");

        var report = await ReplayAsync();

        report.Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.RunRepeated, 1, [run]));
        (await DecideByItselfAsync()).Should().BeOfType<AutomaticOutcome.NothingDue>();
    }

    private async Task<(EntryId Run, List<string?> Rows)> RestoredAsync(bool isLinked, bool isLifted)
    {
        await PutAsync(clients: 2);
        Clock.Reset(Instant.FromUtc(2033, 12, 1, 9, 0));
        (await DecideByItselfAsync()).Should().BeOfType<AutomaticOutcome.NewRules>();
        Clock.Reset(Instant.FromUtc(2034, 1, 2, 9, 0));
        await LinkAsync(First);
        if (isLinked)
        {
            await LinkAsync(Second);
        }

        await PumpAsync();
        var (backup, rows) = (await BackUpAsync(), await EmailsAsync());
        await ProtectAsync();
        if (isLifted)
        {
            await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.LiftAsync(Second, RestrictionGround.NeededForClaims, Clock.GetCurrentInstant(), cancellationToken: Token));
        }

        var run = await CleanAsync();
        await PumpAsync();
        await RestoreAsync(backup);
        Clock.AdvanceDays(1);
        return (run, rows);
    }

    private Task<AutomaticOutcome> DecideByItselfAsync() => HandleAsync<AutomaticApproval, AutomaticOutcome>(approval => approval.DecideAsync(Token));

    private Task<Restriction> ProtectAsync() =>
        HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(Second, RestrictionGround.NeededForClaims, cancellationToken: Token));

    private async Task<EntryId> CleanAsync()
    {
        var run = await ApproveAsync();
        await HandleAsync<RetentionRunner, RunRound>(runner => runner.RunAsync(Token));
        return run;
    }

    private async Task<EntryId> ApproveAsync()
    {
        var preview = await HandleAsync<DataRetention, RetentionPreview>(retention => retention.PreviewAsync(Token));
        return await HandleAsync<RetentionRuns, EntryId>(runs => runs.ApproveAsync(preview.Digest, Owner, Token));
    }
}
