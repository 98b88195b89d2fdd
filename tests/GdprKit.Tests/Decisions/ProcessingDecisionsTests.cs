using GdprKit.Ledger;
using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.DecisionReasons;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

public sealed class ProcessingDecisionsTests : DecidingTest
{
    [Fact]
    public async Task About_a_moment_before_the_address_was_confirmed_nothing_is_permitted_and_about_one_when_it_was_everything_still_is()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        Clock.AdvanceDays(2);
        await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        Clock.AdvanceDays(2);
        await Consents.ChangeAddressAsync(Ann, MarketingChannel.Email, Token);
        Clock.AdvanceDays(2);
        await Consents.WithdrawAsync(Ann, Club, Signal, Token);
        Clock.AdvanceDays(2);
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);

        (await OnDayAsync(1)).Should().BeSameAs(ConsentUnconfirmed);
        (await OnDayAsync(3)).Permits.Should().BeTrue("it stood and was confirmed, and what was done then stays lawful");
        (await OnDayAsync(5)).Should().BeSameAs(ConsentUnconfirmed, "the person had another address");
        (await OnDayAsync(7)).Permits.Should().BeFalse("it was taken back");
        (await OnDayAsync(8)).Should().BeSameAs(ConsentUnconfirmed, "it was given anew");

        async Task<DecisionReason> OnDayAsync(int day) => await ReasonAsync(Club, ProcessingUse.MessageOver(MarketingChannel.Email) with { At = Start + Duration.FromDays(day) });
    }

    [Fact]
    public async Task Consent_permits_from_when_it_is_given_until_it_is_withdrawn()
    {
        (await ReasonAsync(Newsletter)).Should().BeSameAs(ConsentUnknown);

        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        (await ReasonAsync(Newsletter)).Should().BeSameAs(ConsentGiven);

        await Consents.WithdrawAsync(Ann, Newsletter, Signal, Token);
        (await ReasonAsync(Newsletter)).Should().BeSameAs(ConsentWithdrawn);
    }

    [Fact]
    public async Task A_decision_says_on_what_it_rests()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        var decision = await Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token);

        decision.Permitted.Should().BeTrue();
        decision.Explain(Language.English).Should().Be("This person gave consent.");
        decision.ToString().Should().Be("permitted: consent-given");
        decision.RestsOn.Register.Should().Be(ConsentTest.Register.Hash);
        decision.RestsOn.Streams.Should().Contain(new StreamVersion(ConsentTopic.Of(Newsletter).StreamOf(Ref), 1))
            .And.Contain(new StreamVersion(Objection.StreamOfMarketing(Ref), 0))
            .And.Contain(new StreamVersion(Restriction.StreamOf(Ref), 0));
    }

    [Fact]
    public async Task What_was_done_before_a_withdrawal_stays_lawful()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceDays(10);
        await Consents.WithdrawAsync(Ann, Newsletter, Signal, Token);

        (await ReasonAsync(Newsletter, new ProcessingUse { At = Start - Duration.FromDays(1) })).Permits.Should().BeFalse();
        (await ReasonAsync(Newsletter, new ProcessingUse { At = Start + Duration.FromDays(5) })).Should().BeSameAs(ConsentStoodThen);
        (await ReasonAsync(Newsletter, new ProcessingUse { At = Start + Duration.FromDays(10) })).Should().BeSameAs(ConsentWithdrawn);
    }

    [Fact]
    public async Task Consent_that_expires_does_so_for_a_decision_that_is_remembered_and_a_clock_that_is_put_back_does_not_revive_it()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        Clock.Reset(Instant.FromUtc(2028, 11, 26, 9, 29, 59));
        (await ReasonAsync(Club)).Should().BeSameAs(ConsentGiven);

        Clock.AdvanceSeconds(1);
        (await ReasonAsync(Club)).Should().BeSameAs(ConsentExpired);

        Clock.AdvanceSeconds(-600);
        (await ReasonAsync(Club)).Should().BeSameAs(ConsentExpired);
    }

    [Fact]
    public async Task A_double_opt_in_holds_the_channel_back_until_it_is_confirmed()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        (await ReasonAsync(Club, ProcessingUse.MessageOver(MarketingChannel.Email))).Should().BeSameAs(ConsentUnconfirmed);
        (await ReasonAsync(Club, ProcessingUse.MessageOver(MarketingChannel.Post))).Should().BeSameAs(ConsentGiven);
        (await ReasonAsync(Club)).Should().BeSameAs(ConsentUnconfirmed);

        await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        (await ReasonAsync(Club, ProcessingUse.MessageOver(MarketingChannel.Email))).Should().BeSameAs(ConsentGiven);
        (await ReasonAsync(Club, ProcessingUse.MessageOver(MarketingChannel.Phone))).Permits.Should().BeFalse();
    }

    [Fact]
    public async Task Where_each_channel_is_asked_apart_the_answer_to_one_is_none_to_another()
    {
        await Consents.GiveAsync(Ann, new ConsentTopic(Offers, MarketingChannel.Phone), Evidence(), Token);
        await Consents.RefuseAsync(Ann, new ConsentTopic(Offers, MarketingChannel.Email), Signal, Token);

        (await ReasonAsync(Offers, ProcessingUse.MessageOver(MarketingChannel.Phone))).Should().BeSameAs(ConsentGiven);
        (await ReasonAsync(Offers, ProcessingUse.MessageOver(MarketingChannel.Email))).Should().BeSameAs(ConsentRefused);
        (await ReasonAsync(Offers)).Should().BeSameAs(ConsentGiven);
    }

    [Fact]
    public async Task Who_withdrew_stays_denied_when_the_activity_gets_another_basis()
    {
        await Consents.GiveAsync(Ann, Game, Evidence(), Token);
        await Consents.WithdrawAsync(Ann, Game, Signal, Token);

        var swapped = TestRegisters.Shop(register => register.Activity(Game, activity => activity
            .Name("Spel", "Game").Purpose("Wij houden je punten bij.", "We keep your score.")
            .OnLegitimateInterest("het spel eerlijk te houden", "to keep the game fair", "LIA-2").About(Customers).Uses(Name)
            .Keep(keep => keep.For(Period.FromYears(1)).After(InvoiceDate))));
        var decisions = new ProcessingDecisions(swapped, Store, Streams, Subjects, Clock);

        (await decisions.DecideAsync(Ann, Game, cancellationToken: Token)).Reason.Should().BeSameAs(BasisSwapped);
        (await decisions.DecideAsync(SubjectId.Of(Customers, 8), Game, cancellationToken: Token)).Reason.Should().BeSameAs(LegitimateInterest);
    }

    [Fact]
    public async Task An_objection_and_a_restriction_count_for_the_next_decision()
    {
        (await ReasonAsync(Orders)).Should().BeSameAs(Contract);
        await Restrictions.PlaceAsync(Ann, RestrictionGround.AccuracyContested, cancellationToken: Token);
        (await ReasonAsync(Orders)).Should().BeSameAs(Restricted);
        (await ReasonAsync(Orders, new ProcessingUse { Operation = ProcessingOperation.Store })).Should().BeSameAs(StoringOnly);
        (await ReasonAsync(Orders, new ProcessingUse { Exemption = RestrictionExemption.LegalClaims })).Should().BeSameAs(RestrictionExempt);
        await Restrictions.LiftAsync(Ann, RestrictionGround.AccuracyContested, Start, cancellationToken: Token);
        (await ReasonAsync(Orders)).Should().BeSameAs(Contract);

        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await Objections.ObjectToMarketingAsync(Ann, cancellationToken: Token);
        (await ReasonAsync(Newsletter)).Should().BeSameAs(ObjectionToMarketing);
        (await ReasonAsync(Orders)).Should().BeSameAs(Contract);
    }

    [Fact]
    public async Task A_restriction_of_one_activity_leaves_the_others_alone()
    {
        await Restrictions.PlaceAsync(Ann, RestrictionGround.NeededForClaims, Orders, cancellationToken: Token);

        (await ReasonAsync(Orders)).Should().BeSameAs(Restricted);
        (await ReasonAsync(Claims)).Permits.Should().BeTrue();
    }

    [Fact]
    public async Task A_message_to_a_suppressed_address_is_denied_whoever_it_was_imported_for()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        (await ReasonAsync(Newsletter, ProcessingUse.MessageTo(Address))).Should().BeSameAs(ConsentGiven);

        await Suppression.AddAsync([MarketingAddress.Email(" ANN@voorbeeld.example")], SuppressionCause.Objection, cancellationToken: Token);

        (await ReasonAsync(Newsletter, ProcessingUse.MessageTo(Address))).Should().BeSameAs(Suppressed);
        (await ReasonAsync(Newsletter, ProcessingUse.MessageTo(MarketingAddress.Email("ann")))).Should().BeSameAs(AddressUnreadable);
        (await ReasonAsync(Orders, ProcessingUse.MessageTo(Address))).Should().BeSameAs(Contract);
    }

    [Fact]
    public async Task Without_the_keys_of_the_list_no_marketing_is_sent()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Keys.AreLost = true;

        (await ReasonAsync(Newsletter, ProcessingUse.MessageTo(Address))).Should().BeSameAs(LookUpFailed);
        (await new ProcessingDecisions(ConsentTest.Register, Store, Streams, Subjects, Clock).DecideAsync(Ann, Newsletter, ProcessingUse.MessageTo(Address), Token))
            .Reason.Should().BeSameAs(LookUpFailed);
    }

    [Fact]
    public async Task A_look_up_that_fails_denies_is_logged_and_is_not_remembered()
    {
        Store.Failure = new TimeoutException("The database did not answer.");

        (await ReasonAsync(Orders)).Should().BeSameAs(LookUpFailed);
        Log.Warnings.Should().NotBeEmpty().And.AllSatisfy(line => line.Should().StartWith("GDPR6200: ").And.Contain("TimeoutException"));

        Store.Failure = null;
        (await ReasonAsync(Orders)).Should().BeSameAs(Contract);
    }

    [Fact]
    public async Task Who_cancels_gets_no_decision()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var deciding = () => Decisions.DecideAsync(Ann, Orders, cancellationToken: cancelled.Token).AsTask();

        await deciding.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task What_only_a_newer_program_knows_denies()
    {
        var stream = Restriction.StreamOf(Ref);
        var entry = RestrictionEntries.Placed.Draft(new RestrictionPlaced(RestrictionGround.AccuracyContested, Start)).Seal(stream, 1, Start) with { Type = EntryType.Parse("restriction.narrowed/1") };
        var head = new StreamHead { Stream = stream, Version = 1, RecordedAt = Start, FoldVersion = 9, Index = new(StreamStatus.Parse("narrowed"), Start), State = [.. "{}"u8] };
        await Store.AppendAsync(AppendBatch.Of([new StreamAppend(StreamAppend.Absent, [entry], head)]), Token);

        (await ReasonAsync(Orders)).Should().BeSameAs(NewerProgram);
    }

    [Fact]
    public async Task An_activity_that_nobody_declared_is_a_fault_and_no_decision()
    {
        var deciding = () => Decisions.DecideAsync(Ann, Key<ProcessingActivity>.Parse("spying"), cancellationToken: Token).AsTask();

        await deciding.Should().ThrowAsync<KeyNotFoundException>().WithMessage("GDPR1011: *");
    }

    [Fact]
    public async Task Nobody_is_decided_about()
    {
        var alone = async () => await Decisions.DecideAsync(SubjectRef.None, Orders, cancellationToken: Token);
        var among = async () => await Decisions.DecideAsync([Ref, SubjectRef.None], Orders, cancellationToken: Token);

        (await alone.Should().ThrowAsync<ArgumentException>()).WithMessage("GDPR1259: *");
        (await among.Should().ThrowAsync<ArgumentException>()).WithMessage("GDPR1259: *");
    }

    [Fact]
    public async Task Of_a_list_the_age_must_be_known_and_of_who_consented_in_person_it_was()
    {
        var item = new ImportedConsent { Subject = Ann, Topic = Game, GivenAt = Start, Age = 40 };
        await Consents.ImportAsync([item], ConsentSource.Of("A list of before.", Start, AgreedRegister.Today), null, Token);
        (await ReasonAsync(Game)).Should().BeSameAs(AgeUnknown);
        (await ReasonAsync(Game, new ProcessingUse { SubjectAge = 40 })).Should().BeSameAs(ConsentGiven);

        Clock.AdvanceMinutes(1);
        await Consents.GiveAsync(Ann, Game, Evidence(), Token);

        (await ReasonAsync(Game)).Should().BeSameAs(ConsentGiven);
        (await ReasonAsync(Game, new ProcessingUse { SubjectAge = 15 })).Should().BeSameAs(MinorWithoutParent);
        (await ReasonAsync(Game, new ProcessingUse { SubjectAge = 15, MemberState = CountryCode.Parse("BE") })).Should().BeSameAs(ConsentGiven);
    }

    [Fact]
    public async Task Many_refs_are_decided_about_by_one_look_up()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        ValueList<SubjectRef> people = [SubjectRef.New(), Ref, SubjectRef.New(), Ref];

        var before = Store.LookUps;
        var decisions = await Decisions.DecideAsync(people, Newsletter, cancellationToken: Token);

        (Store.LookUps - before).Should().Be(1);
        decisions.Select(decision => decision.Reason).Should().Equal(ConsentUnknown, ConsentGiven, ConsentUnknown, ConsentGiven);
        Store.Failure = new TimeoutException("The database did not answer.");
        (await Decisions.DecideAsync(people, Newsletter, cancellationToken: Token)).Should().HaveCount(4).And.AllSatisfy(decision => decision.Reason.Should().BeSameAs(LookUpFailed));
    }

    [Fact]
    public async Task Many_are_decided_about_by_one_look_up_and_each_as_if_asked_alone()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        var (berta, carl) = (SubjectId.Of(Customers, 8), SubjectId.Of(Customers, 9));
        await Objections.ObjectToMarketingAsync(berta, cancellationToken: Token);
        ValueList<ProcessingQuestion> questions =
        [
            new(Ann, Newsletter), new(berta, Newsletter), new(carl, Newsletter), new(Ann, Orders), new(Ann, Newsletter, ProcessingUse.MessageTo(Address)),
        ];

        var before = Store.LookUps;
        var decisions = await Decisions.DecideAsync(questions, Token);

        (Store.LookUps - before).Should().Be(2, "one look-up of heads, and one of the suppression list");
        decisions.Select(decision => decision.Reason).Should().Equal(ConsentGiven, ObjectionToMarketing, ConsentUnknown, Contract, ConsentGiven);
        foreach (var (question, decision) in questions.Zip(decisions))
        {
            (await Decisions.DecideAsync(question.Subject, question.Activity, question.Use, Token)).Reason.Should().BeSameAs(decision.Reason);
        }
    }
}
