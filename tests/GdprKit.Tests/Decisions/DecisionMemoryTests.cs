using System.Transactions;
using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.Options;
using NodaTime;
using static GdprKit.DecisionReasons;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

public sealed class DecisionMemoryTests : DecidingTest
{
    private static readonly ProcessingUse Strict = new() { IsStrict = true };

    [Fact]
    public async Task What_is_remembered_is_answered_without_looking_it_up()
    {
        await DecideAsync();
        var before = Store.LookUps;

        for (var i = 0; i < 100; i++)
        {
            (await DecideAsync()).Should().BeSameAs(ConsentUnknown);
        }

        Store.LookUps.Should().Be(before);
        await DecideAsync(Strict);
        Store.LookUps.Should().Be(before + 1);
    }

    [Fact]
    public async Task What_another_instance_records_is_seen_within_the_declared_time_and_at_once_when_asked_strictly()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await DecideAsync();

        await ElsewhereConsents.WithdrawAsync(Ann, Newsletter, Signal, Token);

        (await DecideAsync()).Should().BeSameAs(ConsentGiven, "nobody told this instance");
        Clock.Advance(Duration.FromSeconds(5) - Duration.FromTicks(1));
        (await DecideAsync()).Should().BeSameAs(ConsentGiven, "the time is not over");
        Clock.Advance(Duration.FromTicks(1));
        (await DecideAsync()).Should().BeSameAs(ConsentWithdrawn);
    }

    [Fact]
    public async Task A_withdrawal_whose_answer_was_lost_is_seen_at_once()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        (await DecideAsync()).Should().BeSameAs(ConsentGiven);
        Store.LosesAnswers = true;

        await FluentActions.Awaiting(() => Consents.WithdrawAsync(Ann, Newsletter, Signal, Token).AsTask()).Should().ThrowAsync<TimeoutException>();

        (await DecideAsync()).Should().BeSameAs(ConsentWithdrawn);
    }

    [Fact]
    public async Task A_strict_question_sees_everything_and_what_it_saw_is_remembered()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await DecideAsync();
        await ElsewhereConsents.WithdrawAsync(Ann, Newsletter, Signal, Token);

        (await DecideAsync(Strict)).Should().BeSameAs(ConsentWithdrawn);
        (await DecideAsync()).Should().BeSameAs(ConsentWithdrawn);
    }

    [Fact]
    public async Task What_is_not_committed_permits_nobody_else_and_nothing_once_it_is_rolled_back()
    {
        await DecideAsync();
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
            (await DecideAsync()).Should().BeSameAs(ConsentUnknown);
            (await new ProcessingDecisions(ConsentTest.Register, Store, Streams, Subjects, Clock).DecideAsync(Ref, Newsletter, cancellationToken: Token))
                .Reason.Should().BeSameAs(ConsentGiven, "who asks within the transaction sees what it wrote");
        }

        (await DecideAsync()).Should().BeSameAs(ConsentUnknown);
    }

    [Fact]
    public async Task What_is_asked_while_a_withdrawal_is_not_committed_yet_is_forgotten_by_its_commit()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await Consents.WithdrawAsync(Ann, Newsletter, Signal, Token);
            (await DecideAsync()).Should().BeSameAs(ConsentGiven);
            scope.Complete();
        }

        (await DecideAsync()).Should().BeSameAs(ConsentWithdrawn, "the answer from before the commit was not remembered");
    }

    [Fact]
    public async Task What_is_recorded_while_an_answer_is_on_its_way_is_not_hidden_by_it()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Store.Meanwhile = async () => await Consents.WithdrawAsync(Ann, Newsletter, Signal, Token);

        (await DecideAsync()).Should().BeSameAs(ConsentGiven, "it was read before");

        (await DecideAsync()).Should().BeSameAs(ConsentWithdrawn);
    }

    [Fact]
    public async Task So_much_is_recorded_at_once_that_nobody_is_remembered_for_a_while_and_nothing_stale_is_told()
    {
        using var database = new InMemoryDatabase();
        var memory = new DecisionMemory(Options.Create(new DecisionOptions { PeopleRemembered = 3 }), Clock);
        var streams = new LedgerStreams(new InMemoryLedgerStore(database), Clock, null, [memory]);
        var known = new RememberedActivity(Newsletter, new DecisionJudge(ConsentTest.Register, DigitalConsentAges.Shipped, Clock).Nobody(), Start, Start + Duration.FromHours(1));
        memory.Remember(Ref, known);
        memory.Find(Ref, Newsletter).Should().BeSameAs(known);

        for (var i = 0; i < 4; i++)
        {
            await streams.AppendAsync<Restriction>(
                Restriction.StreamOf(SubjectRef.New()), null, _ => [RestrictionEntries.Placed.Draft(new RestrictionPlaced(RestrictionGround.AccuracyContested, Start))], Token);
        }

        memory.Find(Ref, Newsletter).Should().BeNull();
        memory.Remember(Ref, known);
        memory.Find(Ref, Newsletter).Should().BeNull("what was read meanwhile may be older than what was added");
        var later = Start + Duration.FromMinutes(5);
        Clock.Reset(later);
        memory.Remember(Ref, new RememberedActivity(Newsletter, known.Facts, later, later + Duration.FromHours(1)));
        memory.Find(Ref, Newsletter).Should().NotBeNull();
    }

    [Fact]
    public async Task A_remembered_decision_is_told_without_allocating()
    {
        await DecideAsync();
        var token = Token;
        var permitted = 0;
        for (var i = 0; i < 1_000; i++)
        {
            permitted += (await Decisions.DecideAsync(Ref, Newsletter, null, token)).Permitted ? 1 : 0;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            permitted += (await Decisions.DecideAsync(Ref, Newsletter, null, token)).Permitted ? 1 : 0;
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        permitted.Should().Be(0);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(3601, 1)]
    [InlineData(5, 0)]
    public void Options_that_promise_what_cannot_be_kept_are_refused(int seconds, int people) =>
        new DecisionOptionsCheck().Validate(null, new DecisionOptions { SeenElsewhereWithin = Duration.FromSeconds(seconds), PeopleRemembered = people })
            .FailureMessage.Should().StartWith("GDPR1258: ");

    private async Task<DecisionReason> DecideAsync(ProcessingUse? use = null) => (await Decisions.DecideAsync(Ref, Newsletter, use, Token)).Reason;
}
