using GdprKit.EntityFrameworkCore.Requests;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>An older copy of the database is put in its place: what happened since stands again, and what was erased goes again.</summary>
public abstract class RestoreTests(ClubhouseDatabase database) : RestoredWorkshop(database)
{
    [Fact]
    public async Task Who_was_erased_is_erased_again_by_the_link()
    {
        await PutAsync(clients: 3);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        var order = await ErasedAsync(First);
        var heads = await HeadsAsync();

        await RestoreAsync(backup);
        (await EmailsAsync()).Should().Equal("somebody@example.nl", "somebody@example.nl", "somebody@example.nl");
        var report = await ReplayAsync();

        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl", "somebody@example.nl");
        (await WithAsync(context => context.Set<Wish>().Select(wish => wish.ClientId).OrderBy(id => id).ToListAsync(Token))).Should().Equal(2, 3);
        report.CountOf(RestoreFindingKind.ErasureRepeated).Should().Be(1);
        report.NeedingAttention.Should().BeEmpty();
        (report.Standing.State, report.IsFinished, report.LackedFrom is not null).Should().Be((MirrorState.Behind, true, true));
        var again = await FindAsync(order);
        (again.RepeatedAfter, again.IsAnswered, again.Places.Where(place => place.IsByHand).All(place => place.HasAnswered)).Should().Be((report.Restore, true, true), "what people did outside of the database is done");
        (await HeadsAsync()).Where(head => head.Stream.Kind.ToString() is not ("erasure" or "restore")).Should().Equal(heads.Where(head => head.Stream.Kind.ToString() is not "erasure"));
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Who_had_no_link_yet_is_known_by_the_tag_and_the_moment_at_which_the_row_arrived()
    {
        await PutAsync(clients: 3);
        var backup = await BackUpAsync();
        await ErasedAsync(First);

        await RestoreAsync(backup);
        var report = await ReplayAsync();

        report.CountOf(RestoreFindingKind.ErasureRepeated).Should().Be(1);
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl", "somebody@example.nl");
        await ShouldBeSoundAsync();
        (await ReplayAsync()).IsNeeded.Should().BeFalse("all of it is done");
    }

    [Fact]
    public async Task A_row_with_a_key_that_was_issued_again_is_told_and_not_touched()
    {
        await PutAsync(clients: 2);
        var backup = await BackUpAsync();
        var order = await ErasedAsync(First);

        await RestoreAsync(backup);
        await WithAsync(context => context.Set<Client>().IgnoreQueryFilters().Where(client => client.Id == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(client => client.SignedUpAt, new DateTime(2026, 11, 27, 0, 0, 0, DateTimeKind.Utc)), Token));
        var report = await ReplayAsync();

        report.NeedingAttention.Should().Equal(new RestoreFinding(RestoreFindingKind.ErasureUncertain, 1, [order.Id]));
        (await EmailsAsync()).Should().Equal("somebody@example.nl", "somebody@example.nl");
        report.IsFinished.Should().BeTrue();
    }

    [Fact]
    public async Task Of_whom_the_copy_has_no_row_there_is_nothing_to_erase()
    {
        await PutAsync(clients: 1);
        var backup = await BackUpAsync();
        await WithAsync(async context =>
        {
            context.Add(new Client { Id = 2, Name = "somebody", Email = "new@example.nl", SignedUpAt = new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc) });
            return await context.SaveChangesAsync(Token);
        });
        var order = await ErasedAsync(Second);

        await RestoreAsync(backup);
        var report = await ReplayAsync();

        report.Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.ErasureWithoutRows, 1, [order.Id]));
        (await EmailsAsync()).Should().Equal("somebody@example.nl");
    }

    [Fact]
    public async Task Nothing_is_permitted_and_nothing_goes_until_it_is_replayed()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        await ErasedAsync(First);
        (await DecideAsync(Second)).Permitted.Should().BeTrue();

        await RestoreAsync(backup);
        Clock.AdvanceSeconds(6);
        (await DecideAsync(Second)).Reason.Id.Should().Be("GDPR2153");
        await OrderAsync(Second);
        await ((Func<Task>)RunAsync).Should().ThrowAsync<LedgerException>().Where(refusal => refusal.Id == "GDPR3135");
        (await RehearseAsync()).CountOf(RestoreFindingKind.ErasureRepeated).Should().Be(1);
        (await EmailsAsync()).Should().NotContainNulls("a rehearsal changes nothing");

        var report = await ReplayAsync();
        report.IsFinished.Should().BeTrue();
        (await DecideAsync(Second)).Permitted.Should().BeTrue();
        (await EmailsAsync()).Should().Equal(null, null);
    }

    [Fact]
    public async Task Somebody_can_take_it_upon_himself_and_that_is_on_record()
    {
        await PutAsync(clients: 2);
        var backup = await BackUpAsync();
        await ErasedAsync(First);
        var early = async () => await OverrideAsync();
        await early.Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1802:*");

        await RestoreAsync(backup);
        Clock.AdvanceSeconds(6);
        await OverrideAsync();
        (await DecideAsync(Second)).Permitted.Should().BeTrue();
        await OrderAsync(Second);
        await ((Func<Task>)RunAsync).Should().ThrowAsync<LedgerException>("nothing goes whose order is not in the mirror").Where(refusal => refusal.Id == "GDPR3135");
        var report = await ReplayAsync();

        report.IsFinished.Should().BeTrue();
        await ShouldBeSoundAsync();
        (await RestoresAsync()).Should().ContainSingle().Which.Status.Should().Be(DatabaseRestoreStatus.Replayed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_recorded_before_anybody_noticed_comes_after_what_was_there(bool isOrdered)
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(First, cancellationToken: Token));
        await PumpAsync();
        var backup = await BackUpAsync();
        Clock.AdvanceMinutes(1);
        await HandleAsync<Objections, Objection>(objections => objections.WithdrawMarketingObjectionAsync(First, cancellationToken: Token));
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(First, RestrictionGround.AccuracyContested, cancellationToken: Token));
        await PumpAsync();

        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        await HandleAsync<Objections, Objection>(objections => objections.ObjectAsync(First, Newsletter, cancellationToken: Token));
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(First, RestrictionGround.ObjectionPending, cancellationToken: Token));
        if (isOrdered)
        {
            await PumpAsync(withoutMirror: true);
        }

        var rehearsed = await RehearseAsync();
        var report = await ReplayAsync();

        rehearsed.CountOf(RestoreFindingKind.EntriesAppended).Should().Be(1);
        report.Standing.State.Should().Be(isOrdered ? MirrorState.Diverged : MirrorState.Behind);
        report.CountOf(RestoreFindingKind.EntriesAppended).Should().Be(1, "one stream was written to on both sides");
        (await HandleAsync<Restrictions, Restriction?>(restrictions => restrictions.FindAsync(First, cancellationToken: Token)))!.Grounds
            .Should().BeEquivalentTo([RestrictionGround.AccuracyContested, RestrictionGround.ObjectionPending]);
        (await HandleAsync<Objections, Objection?>(objections => objections.FindAsync(First, cancellationToken: Token)))!.Status.Should().Be(ObjectionStatus.Withdrawn);
        (await HandleAsync<Objections, Objection?>(objections => objections.FindAsync(First, Newsletter, Token)))!.Status.Should().Be(ObjectionStatus.Raised);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task An_objection_is_accepted_while_the_copy_is_refused_and_outlives_another_restore()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(First, cancellationToken: Token));
        await PumpAsync();
        var backup = await BackUpAsync();
        Clock.AdvanceMinutes(1);
        await HandleAsync<Objections, Objection>(objections => objections.WithdrawMarketingObjectionAsync(First, cancellationToken: Token));
        await PumpAsync();

        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(First, cancellationToken: Token));
        var request = await RequestAsync(Second, RightsRequestKind.Access);
        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        var rehearsed = await RehearseAsync();
        var report = await ReplayAsync();

        rehearsed.CountOf(RestoreFindingKind.EntriesAppended).Should().Be(2);
        report.CountOf(RestoreFindingKind.EntriesAppended).Should().Be(2);
        (await HandleAsync<Objections, Objection?>(objections => objections.FindAsync(First, cancellationToken: Token)))!.Status
            .Should().Be(ObjectionStatus.Raised, "the copy said that it stood already, and did not know better");
        (await HandleAsync<RightsRequests, RightsRequest?>(requests => requests.FindAsync(request, Token)))!.Status.Should().Be(RightsRequestStatus.Received);
        (await HandleAsync<RightsRequests, SubjectId?>(requests => requests.FindPersonAsync(request, Token))).Should().Be(Second);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task What_is_accepted_while_the_copy_is_refused_is_there_once()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        await ErasedAsync(Second);

        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(First, RestrictionGround.AccuracyContested, cancellationToken: Token));
        var hold = await HandleAsync<LegalHolds, EntryId>(holds => holds.PlaceAsync(new HoldScope.Person(First), HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token));
        (await RehearseAsync()).CountOf(RestoreFindingKind.EntriesAppended).Should().Be(0);
        (await ReplayAsync()).CountOf(RestoreFindingKind.EntriesAppended).Should().Be(0);

        (await HandleAsync<LegalHolds, LegalHold?>(holds => holds.FindAsync(new HoldScope.Person(First), Token)))!.Holds.Select(each => each.Id).Should().Equal(hold);
        (await HandleAsync<LegalHolds, string?>(holds => holds.FindMatterAsync(new HoldScope.Person(First), hold, Token))).Should().Be("a claim");
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task What_was_past_its_period_goes_again_as_it_was_approved()
    {
        await PutAsync(clients: 2);
        Clock.Reset(Instant.FromUtc(2034, 1, 2, 9, 0));
        var backup = await BackUpAsync();
        var preview = await HandleAsync<DataRetention, RetentionPreview>(retention => retention.PreviewAsync(Token));
        var run = await HandleAsync<RetentionRuns, EntryId>(runs => runs.ApproveAsync(preview.Digest, Owner, Token));
        await HandleAsync<RetentionRunner, RunRound>(runner => runner.RunAsync(Token));
        await PumpAsync();
        var (left, done) = (await RowsAsync(), (await FindRunAsync()).Done);

        await RestoreAsync(backup);
        Clock.AdvanceDays(1);
        (await RowsAsync()).Should().NotBe(left);
        var report = await ReplayAsync();

        report.Findings.Should().Contain(new RestoreFinding(RestoreFindingKind.RunRepeated, 1, [run]));
        (await RowsAsync()).Should().Be(left);
        var repeated = await FindRunAsync();
        (repeated.Status, repeated.RepeatedAfter, repeated.Done).Should().Be((RunStatus.Completed, report.Restore, done));
        await ShouldBeSoundAsync();

        async Task<RetentionRun> FindRunAsync() => (await HandleAsync<RetentionRuns, RetentionRun?>(runs => runs.FindAsync(run, Token)))!;
    }

    [Fact]
    public async Task People_to_whom_nothing_leads_in_the_copy_are_told()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(First, cancellationToken: Token));
        await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(Second, cancellationToken: Token));
        await PumpAsync();

        await RestoreAsync(backup);
        var rehearsed = await RehearseAsync();
        var report = await ReplayAsync();

        rehearsed.NeedingAttention.Should().Equal(new RestoreFinding(RestoreFindingKind.PeopleUnknown, 1, []));
        report.NeedingAttention.Should().Equal(new RestoreFinding(RestoreFindingKind.PeopleUnknown, 1, []));
        (await HandleAsync<Objections, Objection?>(objections => objections.FindAsync(First, cancellationToken: Token)))!.Status.Should().Be(ObjectionStatus.Raised);
    }

    [Fact]
    public async Task What_protects_somebody_who_was_not_linked_yet_protects_again()
    {
        await PutAsync(clients: 2);
        var backup = await BackUpAsync();
        await HandleAsync<LegalHolds, EntryId>(holds => holds.PlaceAsync(new HoldScope.Person(First), HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token));
        await OrderAsync(First);
        await RunAsync();
        (await EmailsAsync()).Should().NotContainNulls();
        await PumpAsync();

        await RestoreAsync(backup);
        await LinkAsync(First);
        await ReplayAsync();

        (await EmailsAsync()).Should().NotContainNulls("the hold stands again, also of whom nobody had linked when the copy was made");
    }

    [Fact]
    public async Task What_a_restriction_of_after_the_erasure_protects_is_told_and_goes_when_that_ends()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        var order = await OrderAsync(First);
        await RunAsync();
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(First, RestrictionGround.NeededForClaims, cancellationToken: Token));
        await PumpAsync();

        await RestoreAsync(backup);
        var report = await ReplayAsync();

        report.NeedingAttention.Should().Equal(new RestoreFinding(RestoreFindingKind.ErasureProtected, 1, [order.Id]));
        (report.IsFinished, report.CountOf(RestoreFindingKind.ErasureRepeated)).Should().Be((true, 0), "that the data are gone must not be claimed");
        (await EmailsAsync()).Should().NotContainNulls("the restriction stands");
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.LiftAsync(First, RestrictionGround.NeededForClaims, Clock.GetCurrentInstant(), cancellationToken: Token));
        Clock.AdvanceDays(1);
        await RunAsync();
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_kept_before_the_erasure_was_answered_is_no_news(bool isCarriedOut)
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(First, RestrictionGround.NeededForClaims, cancellationToken: Token));
        await PumpAsync();
        var backup = await BackUpAsync();
        await OrderAsync(First);
        if (isCarriedOut)
        {
            await RunAsync();
        }

        await PumpAsync();

        await RestoreAsync(backup);
        var report = await ReplayAsync();

        report.NeedingAttention.Should().BeEmpty();
        report.CountOf(RestoreFindingKind.ErasureRepeated).Should().Be(1);
    }

    [Fact]
    public async Task What_was_corrected_is_told_because_the_ledger_holds_no_values()
    {
        await PutAsync(clients: 1);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        var request = await RequestAsync(First, RightsRequestKind.Rectification);
        await HandleAsync<RightsRequests, RightsRequest>(requests => requests.AcceptAsync(request, Owner, cancellationToken: Token));
        await HandleAsync<RightsRequests, RightsRequest>(requests => requests.FulfilAsync(request, Owner, RightsFulfilment.ByHand("It is corrected."), cancellationToken: Token));
        await PumpAsync();

        await RestoreAsync(backup);
        var report = await ReplayAsync();

        report.NeedingAttention.Should().Equal(new RestoreFinding(RestoreFindingKind.RectificationToRedo, 1, [request]));
    }

    [Fact]
    public async Task A_database_that_is_lost_entirely_gets_its_ledger_back()
    {
        var empty = await BackUpAsync();
        await PutAsync(clients: 2);
        await ErasedAsync(First);
        var tip = await HandleAsync<ILedgerLog, LedgerTip?>(log => log.ReadTipAsync(Token));

        await RestoreAsync(empty);
        var report = await ReplayAsync();

        (report.From, report.To).Should().Be((0, tip!.Tree.Size));
        (await HandleAsync<ILedgerLog, LedgerTip?>(log => log.ReadTipAsync(Token)))!.Ledger.Should().Be(tip.Ledger);
        await ShouldBeSoundAsync();
    }

    private Task<(int Clients, int Bills, int Wishes)> RowsAsync() => WithAsync(async context => (
        await context.Set<Client>().IgnoreQueryFilters().CountAsync(Token), await context.Set<Bill>().CountAsync(Token), await context.Set<Wish>().CountAsync(Token)));
}
