using GdprKit.Ledger;
using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>What is refused writes nothing, and says what is wrong and what to do.</summary>
public sealed class ConsentRefusalTests : ConsentTest
{
    private static readonly ConsentSignal Online = ConsentSignal.ByPersonOnline;

    [Fact]
    public async Task Consent_to_what_is_not_declared() =>
        await RefusedAsync(() => Consents.GiveAsync(Ann, Key<ProcessingActivity>.Parse("unheard-of"), Evidence(), Token), "GDPR1201: Consent is about the activity 'unheard-of', which the register does not declare.*");

    [Fact]
    public async Task Consent_to_what_rests_on_another_basis() =>
        await RefusedAsync(() => Consents.GiveAsync(Ann, Orders, Evidence(), Token), "GDPR1202: Consent is about the activity 'orders', which rests on another basis.*");

    [Theory]
    [InlineData(null)]
    [InlineData(MarketingChannel.Post)]
    public async Task Consent_per_channel_without_a_channel_of_the_activity(MarketingChannel? channel) =>
        await RefusedAsync(() => Consents.GiveAsync(Ann, new ConsentTopic(Offers, channel), Evidence(), Token), "GDPR1203*each channel apart*");

    [Fact]
    public async Task Consent_to_one_channel_where_all_are_asked_together() =>
        await RefusedAsync(() => Consents.GiveAsync(Ann, new ConsentTopic(Club, MarketingChannel.Email), Evidence(), Token), "GDPR1203*all its channels together*");

    [Fact]
    public async Task Consent_without_evidence() =>
        await FluentActions.Awaiting(async () => await Consents.GiveAsync(Ann, Newsletter, null!, Token)).Should().ThrowAsync<ArgumentNullException>();

    [Fact]
    public async Task Evidence_that_does_not_say_everything()
    {
        var evidence = Evidence();

        await RefusedAsync(() => Consents.GiveAsync(Ann, Newsletter, evidence with { By = default }, Token), "GDPR1204*who made it known*");
        await RefusedAsync(() => Consents.GiveAsync(Ann, Newsletter, evidence with { By = ConsentActor.Import }, Token), "GDPR1204*who made it known*");
        await RefusedAsync(() => Consents.GiveAsync(Ann, Newsletter, evidence with { Medium = default }, Token), "GDPR1204*over what*");
        await RefusedAsync(() => Consents.GiveAsync(Ann, Newsletter, evidence with { Mechanism = default }, Token), "GDPR1204*by which act*");
        await RefusedAsync(() => Consents.GiveAsync(Ann, Newsletter, evidence with { Wording = null! }, Token), "GDPR1204*exact words*");
        FluentActions.Invoking(() => ConsentWording.Of(" ", Language.Dutch)).Should().Throw<ConsentException>().WithMessage("GDPR1204*exact words*");
        FluentActions.Invoking(() => ConsentWording.Of("Ja.", default)).Should().Throw<ConsentException>().WithMessage("GDPR1204*");
    }

    [Fact]
    public async Task Consent_in_the_future()
    {
        await RefusedAsync(() => Consents.GiveAsync(Ann, Newsletter, Evidence() with { At = Start + Duration.FromMinutes(6) }, Token), "GDPR1205*");
        await RefusedAsync(() => Consents.RefuseAsync(Ann, Newsletter, Online with { At = Start + Duration.FromDays(1) }, Token), "GDPR1205*");
    }

    [Fact]
    public async Task A_notice_that_nobody_knows()
    {
        await RefusedAsync(() => Consents.GiveAsync(Ann, Newsletter, Evidence() with { Notice = Digest.Of("another"u8) }, Token), "GDPR1207*");
        await RefusedAsync(() => Consents.GiveAsync(Ann, Newsletter, Evidence() with { Notice = default }, Token), "GDPR1207*");
    }

    [Fact]
    public async Task A_notice_of_before_is_known_to_the_ledger()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        var later = new Consents(Register, Streams, Store, Subjects, Clock);

        (await later.RenewAsync(Ann, Newsletter, Evidence(), Token)).Notice.Should().Be(Notice.Digest);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(null)]
    public async Task A_child_that_agrees_itself(int? age) =>
        await RefusedAsync(() => Consents.GiveAsync(Ann, Game, Evidence() with { Age = age }, Token), "GDPR1206: The activity addresses minors, and the person agreed without being, or being known to be, 16 years old (Art. 8(1)).*");

    [Fact]
    public async Task A_child_is_old_enough_by_the_law_of_its_country_on_that_day()
    {
        var belgian = Evidence() with { Age = 13, Country = CountryCode.Parse("BE") };

        (await Consents.GiveAsync(Ann, Game, belgian, Token)).Status.Should().Be(ConsentStatus.Given);
        var stricter = With(Register, DigitalConsentAges.Shipped.With(new DigitalConsentAge(CountryCode.Parse("BE"), 14, new LocalDate(2026, 11, 1))));
        await FluentActions.Awaiting(async () => await stricter.RenewAsync(Ann, Game, belgian, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1206*14 years*");
    }

    [Theory]
    [InlineData(ConsentActor.ParentalResponsibility)]
    [InlineData(ConsentActor.Representative)]
    public async Task A_parent_or_representative_agrees_and_takes_back(ConsentActor actor)
    {
        (await Consents.GiveAsync(Ann, Game, Evidence() with { By = actor }, Token)).GivenBy.Should().Be(actor);
        await Consents.WithdrawAsync(Ann, Game, Online with { By = actor }, Token);

        (await Consents.FindAsync(Ann, Game, Token)).Status.Should().Be(ConsentStatus.Withdrawn);
    }

    [Fact]
    public async Task Elsewhere_nobody_asks_for_an_age() =>
        (await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token)).Status.Should().Be(ConsentStatus.Given);

    [Fact]
    public async Task A_setting_where_consent_must_be_explicit()
    {
        await RefusedAsync(() => Consents.GiveAsync(Ann, Diet, Evidence() with { Mechanism = ConsentMechanism.Setting }, Token), "GDPR1209*");
        (await Consents.GiveAsync(Ann, Diet, Evidence(), Token)).Explicit.Should().BeTrue();
        (await Consents.GiveAsync(Ann, Newsletter, Evidence() with { Mechanism = ConsentMechanism.Setting }, Token)).Explicit.Should().BeFalse();
    }

    [Fact]
    public async Task Asking_again_who_said_no()
    {
        await Consents.RefuseAsync(Ann, Newsletter, Online, Token);

        await FluentActions.Awaiting(async () => await Consents.RequestAsync(Ann, Newsletter, Online, Token)).Should().ThrowAsync<ConsentException>()
            .WithMessage("GDPR1208: Consent that is 'refused' cannot be followed by 'request'. Do not ask again who said no; record GiveAsync when the person agrees of their own accord.");
    }

    [Fact]
    public async Task Refusing_what_stands_or_renewing_what_does_not()
    {
        await RefusedAsync(() => Consents.RenewAsync(Ann, Newsletter, Evidence(), Token), "GDPR1208*'unknown'*'renew'*record GiveAsync*");
        await RefusedAsync(() => Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token), "GDPR1208*'confirm'*Record GiveAsync first.");
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await FluentActions.Awaiting(async () => await Consents.RefuseAsync(Ann, Newsletter, Online, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1208*WithdrawAsync.");
        await FluentActions.Awaiting(async () => await Consents.DeferAsync(Ann, Newsletter, Online, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1208*RenewAsync.");
    }

    [Fact]
    public async Task Evidence_from_before_the_person_took_it_back()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceDays(2);
        await Consents.WithdrawAsync(Ann, Newsletter, Online, Token);

        await FluentActions.Awaiting(async () => await Consents.GiveAsync(Ann, Newsletter, Evidence() with { At = Start + Duration.FromDays(1) }, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1210*");
        (await TypesAsync(Newsletter)).Should().Equal("consent.given/1", "consent.withdrawn/1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Older_evidence_revives_nothing_that_was_ended(bool revoked)
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceDays(2);
        await (revoked ? Consents.RevokeAsync(Ann, Newsletter, ConsentEndReason.ControllerStops, Token) : Consents.InvalidateAsync(Ann, Newsletter, ConsentEndReason.NotProven, Token));

        await FluentActions.Awaiting(async () => await Consents.GiveAsync(Ann, Newsletter, Evidence() with { At = Start + Duration.FromDays(1) }, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1210*");
        (await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token)).Status.Should().Be(ConsentStatus.Given, "this is new");
    }

    [Fact]
    public async Task Older_evidence_of_what_stands_changes_nothing()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);

        var record = await Consents.GiveAsync(Ann, Club, Evidence() with { At = Start - Duration.FromDays(100), Medium = ConsentMedium.Paper }, Token);

        record.GivenAt.Should().Be(Start);
        (await TypesAsync(Club)).Should().Equal("consent.given/1");
    }

    [Fact]
    public async Task Confirming_over_a_channel_that_was_not_asked()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);

        await FluentActions.Awaiting(async () => await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Post, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1211*");
    }

    [Fact]
    public async Task Ending_without_a_reason() =>
        await RefusedAsync(() => Consents.RevokeAsync(Ann, Newsletter, default, Token), "GDPR1204*the reason*");

    [Fact]
    public async Task Taking_back_what_nobody_ever_heard_of() =>
        await FluentActions.Awaiting(async () => await Consents.WithdrawAsync(Ann, Key<ProcessingActivity>.Parse("unheard-of"), Online, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1201*");

    [Fact]
    public async Task Ending_what_does_not_stand_changes_nothing()
    {
        await Consents.RevokeAsync(Ann, Newsletter, ConsentEndReason.Ordered, Token);
        await Consents.InvalidateAsync(Ann, Newsletter, ConsentEndReason.NotProven, Token);

        (await HistoryAsync(Newsletter)).Should().BeEmpty();
    }

    private async Task RefusedAsync(Func<ValueTask<ConsentRecord>> act, string message)
    {
        await FluentActions.Awaiting(async () => await act()).Should().ThrowAsync<ConsentException>().WithMessage(message);
        (await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(ConsentRecord.Fold.Kind)), Token)).Should().BeEmpty();
    }
}
