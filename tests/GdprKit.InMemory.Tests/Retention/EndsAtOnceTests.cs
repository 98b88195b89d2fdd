using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Retention;

/// <summary>Withdrawal and objection end an activity without a request (Art. 7(3), 17(1)(b) and (c), 21(3)); what no other activity needs goes in the next run.</summary>
public sealed class EndsAtOnceTests : RunTest
{
    [Fact]
    public async Task Who_only_reads_goes_the_day_after_taking_it_back()
    {
        var reader = Subscribe();
        await GiveAsync(reader);
        (await DueAsync()).Should().Be(0, "the consent stands");

        await Consents.WithdrawAsync(IdOf(reader), Newsletter, ConsentSignal.ByPersonOnline, Token);
        (await DueAsync()).Should().Be(0, "the day on which it was taken back is still part of it");
        Clock.AdvanceDays(1);
        await ApproveAsync();
        await Runner.RunAsync(Token);

        Buyers.Should().BeEmpty();
    }

    [Fact]
    public async Task What_another_activity_needs_stays()
    {
        var both = Subscribe();
        both.BoughtOn = new DateOnly(2026, 11, 1);
        await GiveAsync(both);
        await Consents.WithdrawAsync(IdOf(both), Newsletter, ConsentSignal.ByPersonOnline, Token);
        Clock.AdvanceDays(1);

        (await DueAsync()).Should().Be(0);
        (await ExplainAsync(both)).Retention.Activities.Should().ContainSingle(activity => activity.Activity == Newsletter && activity.Ending.FirstDeletable == new LocalDate(2026, 11, 27));
        (await ExplainAsync(both)).Retention.FirstDeletable.Should().Be(new LocalDate(2028, 11, 2), "two years after the purchase");
    }

    [Fact]
    public async Task Who_never_answered_is_kept_and_reported()
    {
        Subscribe();
        Clock.AdvanceDays(4000);

        var preview = await Retention.PreviewAsync(Token);

        preview.RowsToGo.Should().Be(0);
        preview.Entities.Single().Groups.Single().Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.ConsentUnknown, 1));
    }

    [Fact]
    public async Task Who_said_no_has_nothing_to_be_kept_for()
    {
        await Consents.RefuseAsync(IdOf(Subscribe()), Newsletter, ConsentSignal.ByPersonOnline, Token);
        Clock.AdvanceDays(1);

        (await DueAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Who_was_asked_and_may_answer_still_is_kept()
    {
        await Consents.RequestAsync(IdOf(Subscribe()), Newsletter, ConsentSignal.ByPersonOnline, Token);
        Clock.AdvanceDays(100);

        (await DueAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Who_gives_it_again_stays()
    {
        var reader = Subscribe();
        await GiveAsync(reader);
        await Consents.WithdrawAsync(IdOf(reader), Newsletter, ConsentSignal.ByPersonOnline, Token);
        Clock.AdvanceDays(1);
        var approved = await ApproveAsync();
        await GiveAsync(reader);
        await Runner.RunAsync(Token);

        Buyers.Should().ContainSingle();
        (await FindAsync(approved)).Done.Should().Be(0);
    }

    [Fact]
    public async Task Who_objects_to_all_marketing_goes_whatever_was_agreed_to()
    {
        var reader = Subscribe();
        await GiveAsync(reader);
        await Get<Objections>().ObjectToMarketingAsync(IdOf(reader), cancellationToken: Token);
        Clock.AdvanceDays(1);

        (await DueAsync()).Should().Be(1);
        (await ExplainAsync(reader)).Retention.Deciding!.Steps.Should().Contain(new RetentionStep.ObjectionUpheld(new LocalDate(2026, 11, 26)));
    }

    [Fact]
    public async Task Of_several_answers_to_one_activity_one_that_stands_is_enough()
    {
        var reader = Subscribe();
        await GiveAsync(reader);
        await Consents.WithdrawAsync(IdOf(reader), new ConsentTopic(Newsletter, MarketingChannel.Email), ConsentSignal.ByPersonOnline, Token);
        Clock.AdvanceDays(1);
        (await DueAsync()).Should().Be(0, "over the one channel it was taken back, and for the rest it stands");
        (await ExplainAsync(reader)).Retention.Deciding!.Obstacle.Should().BeOfType<RetentionObstacle.ConsentStands>();

        await Consents.WithdrawAsync(IdOf(reader), Newsletter, ConsentSignal.ByPersonOnline, Token);
        Clock.AdvanceDays(1);
        (await DueAsync()).Should().Be(1);
    }

    [Fact]
    public async Task An_end_is_explained_with_its_day()
    {
        var reader = Subscribe();
        await GiveAsync(reader);
        (await ExplainAsync(reader)).Retention.Deciding!.Obstacle.Should().BeOfType<RetentionObstacle.ConsentStands>();
        await Consents.WithdrawAsync(IdOf(reader), Newsletter, ConsentSignal.ByPersonOnline, Token);

        (await ExplainAsync(reader)).Retention.Deciding!.Steps.Should().Contain(new RetentionStep.ConsentEnded(new LocalDate(2026, 11, 26)));
    }

    [Fact]
    public async Task Where_the_ledger_knows_every_consent_who_never_answered_is_kept_for_nothing_of_it()
    {
        Newsletters = data => data.AppliesByConsent(Newsletter);
        Bought(3, 3, 3);
        await GiveAsync(Buyers[0]);
        await Consents.RequestAsync(IdOf(Buyers[1]), Newsletter, ConsentSignal.ByPersonOnline, Token);

        var preview = await Retention.PreviewAsync(Token);

        preview.RowsToGo.Should().Be(1, "one agreed, one was asked and may answer still, and one has nothing to do with it");
        preview.Entities.Single().Groups.Single().Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.ConsentUnknown, 1));
        await Consents.WithdrawAsync(IdOf(Buyers[0]), Newsletter, ConsentSignal.ByPersonOnline, Token);
        Clock.AdvanceDays(1);
        (await DueAsync()).Should().Be(2);
    }

    private Consents Consents => Get<Consents>();

    private static SubjectId IdOf(Buyer buyer) => SubjectId.Of(Customers, buyer.Id);

    private Buyer Subscribe()
    {
        var reader = new Buyer { Id = 100 + Buyers.Count, Email = "somebody@example.nl", IsSubscribed = true };
        Buyers.Add(reader);
        return reader;
    }

    private async Task GiveAsync(Buyer reader) => await Consents.GiveAsync(
        IdOf(reader),
        Newsletter,
        new ConsentEvidence
        {
            By = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Wording = Consents.Question(Newsletter, Language.Dutch),
            Notice = PrivacyNotice.From(Register, Language.Dutch).Digest,
        },
        Token);

    private async Task<long> DueAsync() => (await Retention.PreviewAsync(Token)).RowsToGo;

    private async Task<HeldField> ExplainAsync(Buyer buyer) => (await Retention.ExplainAsync(IdOf(buyer), Token).ToListAsync(Token)).Single().Fields.Single();
}
