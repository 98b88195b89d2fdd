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
    public void No_more_people_are_remembered_than_declared()
    {
        var memory = MemoryOf(3);
        SubjectRef[] people = [.. Enumerable.Range(0, 50).Select(_ => SubjectRef.New())];
        foreach (var person in people)
        {
            memory.Remember(person, Known());
            memory.Find(person, Newsletter).Should().NotBeNull("who was asked about last is remembered");
            people.Count(each => memory.Find(each, Newsletter) is not null).Should().BeLessThanOrEqualTo(3);
        }
    }

    [Fact]
    public async Task Who_is_forgotten_makes_room_for_somebody_else()
    {
        using var database = new InMemoryDatabase();
        var memory = MemoryOf(10);
        var streams = new LedgerStreams(new InMemoryLedgerStore(database), Clock, null, [memory]);
        SubjectRef[] people = [.. Enumerable.Range(0, 9).Select(_ => SubjectRef.New())];
        Array.ForEach(people, person => memory.Remember(person, Known()));
        foreach (var person in people[..8])
        {
            await PlaceAsync(streams, person);
        }

        SubjectRef[] others = [.. Enumerable.Range(0, 9).Select(_ => SubjectRef.New())];
        Array.ForEach(others, person => memory.Remember(person, Known()));

        others.Append(people[8]).Should().AllSatisfy(person => memory.Find(person, Newsletter).Should().NotBeNull());
    }

    [Fact]
    public async Task What_was_recorded_and_read_again_is_waited_for_no_more_however_much_is_recorded_in_time()
    {
        using var database = new InMemoryDatabase();
        var memory = MemoryOf(3);
        var streams = new LedgerStreams(new InMemoryLedgerStore(database), Clock, null, [memory]);
        for (var i = 0; i < 20; i++)
        {
            var person = SubjectRef.New();
            await PlaceAsync(streams, person);
            memory.Remember(person, Known(new StreamVersion(Restriction.StreamOf(person), 0)));
            memory.Find(person, Newsletter).Should().BeNull("it was read before that was recorded");

            memory.Remember(person, Known(new StreamVersion(Restriction.StreamOf(person), 1)));

            memory.Find(person, Newsletter).Should().NotBeNull();
        }
    }

    [Fact]
    public async Task What_was_rolled_back_is_waited_for_five_minutes_and_then_remembered_as_it_is()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await DecideAsync();
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await Consents.WithdrawAsync(Ann, Newsletter, Signal, Token);
        }

        (await LookUpsOfTwoAsync()).Should().Be(2, "the withdrawal may still be committed");
        Clock.AdvanceMinutes(5);
        (await LookUpsOfTwoAsync()).Should().Be(2, "the time is not over");
        Clock.Advance(Duration.FromMilliseconds(1));
        (await LookUpsOfTwoAsync()).Should().Be(1, "it was rolled back");

        async Task<int> LookUpsOfTwoAsync()
        {
            var before = Store.LookUps;
            (await DecideAsync()).Should().BeSameAs(ConsentGiven);
            (await DecideAsync()).Should().BeSameAs(ConsentGiven);
            return Store.LookUps - before;
        }
    }

    [Fact]
    public async Task A_withdrawal_that_is_committed_after_much_else_was_recorded_is_seen_at_once()
    {
        using var database = new InMemoryDatabase();
        var memory = MemoryOf(3);
        var streams = new LedgerStreams(new InMemoryLedgerStore(database), Clock, null, [memory]);
        await PlaceAsync(streams, Ref);
        for (var i = 0; i < 5; i++)
        {
            await PlaceAsync(streams, SubjectRef.New());
        }

        // Read before it was committed, of which nothing is known any more.
        memory.Remember(Ref, Known(new StreamVersion(Restriction.StreamOf(Ref), 0)));

        memory.Find(Ref, Newsletter).Should().BeNull();
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

    private static async Task PlaceAsync(LedgerStreams streams, SubjectRef person) => await streams.AppendAsync<Restriction>(
        Restriction.StreamOf(person), null, _ => [RestrictionEntries.Placed.Draft(new RestrictionPlaced(RestrictionGround.AccuracyContested, Start))], Token);

    private DecisionMemory MemoryOf(int people) => new(Options.Create(new DecisionOptions { PeopleRemembered = people }), Clock);

    private RememberedActivity Known(params StreamVersion[] streams) => new(
        Newsletter,
        new DecisionJudge(ConsentTest.Register, DigitalConsentAges.Shipped, Clock).Nobody() with { Evidence = new DecisionEvidence(ConsentTest.Register.Hash, streams.ToValueList()) },
        Start,
        Start + Duration.FromHours(1));

    private async Task<DecisionReason> DecideAsync(ProcessingUse? use = null) => (await Decisions.DecideAsync(Ref, Newsletter, use, Token)).Reason;
}
