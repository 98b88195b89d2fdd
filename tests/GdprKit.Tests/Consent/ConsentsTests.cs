using System.Text;
using GdprKit.Ledger;
using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class ConsentsTests : ConsentTest
{
    [Fact]
    public async Task Of_whom_nothing_is_known_consent_is_unknown_and_no_link_is_made()
    {
        (await Consents.FindAsync(Ann, Newsletter, Token)).Should().Be(new ConsentRecord());
        (await Consents.FindAllAsync(Ann, Token)).Should().BeEmpty();
        (await HistoryAsync(Newsletter)).Should().BeEmpty();

        (await Subjects.FindBySubjectAsync([Ann], Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_given_binds_who_what_when_which_words_and_which_notice()
    {
        var given = await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        given.Should().BeEquivalentTo(new
        {
            Status = ConsentStatus.Given,
            GivenAt = (Instant?)Start,
            Until = (Instant?)null,
            GivenBy = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Language = (Language?)Language.Dutch,
            Notice = (Digest?)Notice.Digest,
            Explicit = false,
            Confirmation = ConsentConfirmation.NotRequired,
            EverRefusedOrWithdrawn = false,
        });
        Text(await Store.ReadContentAsync(given.Wording!.Value, Token)).Should().Be("Ja, graag.");
        Text(await Store.ReadContentAsync(Notice.Digest, Token)).Should().Be(Notice.ToJson());
        (await Consents.FindAsync(Ann, Newsletter, Token)).Should().Be(given);
    }

    [Fact]
    public async Task What_was_agreed_to_can_be_read_as_the_register_said_it_then()
    {
        var given = await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        var agreed = ProcessingRegister.FromJson((await Store.ReadContentAsync(given.Agreement!.Value, Token))!.Bytes.AsSpan());

        agreed.Activities.Where(activity => !activity.IsOwnRecord).Should().Equal(Register.Activities[Newsletter]);
        agreed.Controller.Should().Be(Register.Controller);
        agreed.Recipients.Select(recipient => recipient.Key).Should().Equal(MailProgram);
        agreed.Hash.Should().Be(given.Agreement.Value);
    }

    [Fact]
    public async Task Withdrawing_is_effective_at_once_and_what_was_done_before_stays_lawful()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceDays(10);

        await Consents.WithdrawAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token);

        var record = await Consents.FindAsync(Ann, Newsletter, Token);
        record.StatusAt(Clock.GetCurrentInstant()).Should().Be(ConsentStatus.Withdrawn);
        record.EverRefusedOrWithdrawn.Should().BeTrue();
        record.WasValidOn(Start + Duration.FromDays(9)).Should().BeTrue();
        record.WasValidOn(Clock.GetCurrentInstant()).Should().BeFalse();
        record.WasValidOn(Start - Duration.FromSeconds(1)).Should().BeFalse();
    }

    [Fact]
    public async Task Somebody_who_was_never_asked_can_say_no()
    {
        await Consents.WithdrawAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token);
        await Consents.WithdrawAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token);

        (await TypesAsync(Newsletter)).Should().Equal("consent.withdrawn/1");
        (await Consents.FindAsync(Ann, Newsletter, Token)).EverRefusedOrWithdrawn.Should().BeTrue();
    }

    [Fact]
    public async Task Who_takes_an_activity_back_takes_it_back_for_every_channel()
    {
        await Consents.GiveAsync(Ann, new ConsentTopic(Offers, MarketingChannel.Phone), Evidence(), Token);

        await Consents.WithdrawAsync(Ann, Offers, ConsentSignal.ByPersonOnline, Token);

        (await Consents.FindAllAsync(Ann, Token)).Select(each => (each.Topic.ToString(), each.Record.Status)).Should().Equal(
            ("offers/email", ConsentStatus.Withdrawn), ("offers/phone", ConsentStatus.Withdrawn));
    }

    [Fact]
    public async Task Who_takes_one_channel_back_keeps_the_other()
    {
        var (email, phone) = (new ConsentTopic(Offers, MarketingChannel.Email), new ConsentTopic(Offers, MarketingChannel.Phone));
        await Consents.GiveAsync(Ann, email, Evidence(), Token);
        await Consents.GiveAsync(Ann, phone, Evidence(), Token);

        await Consents.WithdrawAsync(Ann, phone, ConsentSignal.ByPersonOnline, Token);

        (await Consents.FindAsync(Ann, email, Token)).Status.Should().Be(ConsentStatus.Given);
        (await Consents.FindAsync(Ann, phone, Token)).Status.Should().Be(ConsentStatus.Withdrawn);
        (await Consents.FindAsync(Ann, phone, Token)).Confirmation.Should().Be(ConsentConfirmation.NotRequired, "only e-mail is confirmed");
    }

    [Fact]
    public async Task Consent_to_an_activity_that_is_declared_no_more_can_still_be_taken_back()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);

        await With(TestRegisters.Shop()).WithdrawAsync(Ann, Club, ConsentSignal.ByPersonOnline, Token);

        (await Consents.FindAsync(Ann, Club, Token)).Status.Should().Be(ConsentStatus.Withdrawn);
    }

    [Fact]
    public async Task An_address_is_used_after_it_was_confirmed_over_the_channel_itself()
    {
        (await Consents.GiveAsync(Ann, Club, Evidence(), Token)).Confirmation.Should().Be(ConsentConfirmation.Pending);

        var confirmed = await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);

        confirmed.Confirmation.Should().Be(ConsentConfirmation.Confirmed);
        confirmed.ProvenChannels.Should().Equal(MarketingChannel.Email);
        (await TypesAsync(Club)).Should().Equal("consent.given/1", "consent.confirmed/1");
    }

    [Fact]
    public async Task Consent_that_is_given_anew_is_confirmed_anew()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        (await Consents.RenewAsync(Ann, Club, Evidence(), Token)).Confirmation.Should().Be(ConsentConfirmation.Confirmed);
        await Consents.WithdrawAsync(Ann, Club, ConsentSignal.ByPersonOnline, Token);

        (await Consents.GiveAsync(Ann, Club, Evidence(), Token)).Confirmation.Should().Be(ConsentConfirmation.Pending);
    }

    [Fact]
    public async Task Another_address_is_confirmed_anew_over_every_consent_that_asks_for_it()
    {
        foreach (var topic in (ConsentTopic[])[Club, new ConsentTopic(Offers, MarketingChannel.Email), new ConsentTopic(Offers, MarketingChannel.Phone)])
        {
            await Consents.GiveAsync(Ann, topic, Evidence(), Token);
        }

        await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        await Consents.ConfirmAsync(Ann, new ConsentTopic(Offers, MarketingChannel.Email), MarketingChannel.Email, Token);
        await Consents.ChangeAddressAsync(Ann, MarketingChannel.Post, Token);
        (await Consents.FindAsync(Ann, Club, Token)).Confirmation.Should().Be(ConsentConfirmation.Confirmed, "letters go to another address");
        Clock.AdvanceMinutes(1);

        await Consents.ChangeAddressAsync(Ann, MarketingChannel.Email, Token);
        await Consents.ChangeAddressAsync(Ann, MarketingChannel.Email, Token);

        (await Consents.FindAsync(Ann, Club, Token)).Confirmation.Should().Be(ConsentConfirmation.Pending);
        (await Consents.FindAsync(Ann, new ConsentTopic(Offers, MarketingChannel.Email), Token)).ProvenChannels.Should().BeEmpty();
        (await Consents.RenewAsync(Ann, Club, Evidence(), Token)).Confirmation.Should().Be(ConsentConfirmation.Pending, "who agrees again has not confirmed the address");
        Clock.AdvanceMinutes(1);
        var confirmed = await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        confirmed.Confirmation.Should().Be(ConsentConfirmation.Confirmed);
        confirmed.Spans.Should().ContainSingle().Which.Proofs.Should().Equal(
            new ConsentProof(MarketingChannel.Email, Start, Start + Duration.FromMinutes(1)), new ConsentProof(MarketingChannel.Email, Start + Duration.FromMinutes(2)));
        (await TypesAsync(Club)).Should().Equal("consent.given/1", "consent.confirmed/1", "consent.address-changed/1", "consent.renewed/1", "consent.confirmed/1");
        await Consents.ChangeAddressAsync(SubjectId.Of(Customers, 8), MarketingChannel.Email, Token);
    }

    [Fact]
    public async Task Consent_expires_on_the_controller_s_clock_without_an_entry()
    {
        var given = await Consents.GiveAsync(Ann, Club, Evidence(), Token);

        given.Until.Should().Be(Instant.FromUtc(2028, 11, 26, 9, 30));
        given.StatusAt(given.Until!.Value - Duration.Epsilon).Should().Be(ConsentStatus.Given);
        given.StatusAt(given.Until.Value).Should().Be(ConsentStatus.Expired);
        given.WasValidOn(given.Until.Value).Should().BeFalse();
        given.ToIndex().Due.Should().Be(given.Until);
        (await TypesAsync(Club)).Should().Equal("consent.given/1");
    }

    [Fact]
    public async Task Two_calendar_years_after_the_29th_of_February_end_on_the_28th()
    {
        Clock.Reset(Instant.FromUtc(2028, 2, 29, 12, 0));

        (await Consents.GiveAsync(Ann, Club, Evidence(), Token)).Until.Should().Be(Instant.FromUtc(2030, 2, 28, 12, 0));
    }

    [Fact]
    public async Task Renewing_in_time_goes_on_and_renewing_afterwards_begins_anew()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        Clock.AdvanceDays(365);
        (await Consents.RenewAsync(Ann, Club, Evidence(), Token)).Spans.Should().Equal(new ConsentSpan(Start) { ConfirmOver = [MarketingChannel.Email] });
        var until = Instant.FromUtc(2029, 11, 26, 9, 30);
        Clock.Reset(until + Duration.FromDays(30));

        var renewed = await Consents.RenewAsync(Ann, Club, Evidence(), Token);

        renewed.Status.Should().Be(ConsentStatus.Renewed);
        renewed.WasValidOn(until - Duration.FromDays(1)).Should().BeTrue();
        renewed.WasValidOn(until + Duration.FromDays(1)).Should().BeFalse();
        renewed.WasValidOn(Clock.GetCurrentInstant()).Should().BeTrue();
    }

    [Fact]
    public async Task Who_ticks_the_box_again_agrees_again()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        (await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token)).Status.Should().Be(ConsentStatus.Renewed);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_entry()
    {
        var form = EntryId.New(Start);
        await Consents.GiveAsync(Ann, Newsletter, Evidence(form), Token);
        Clock.AdvanceSeconds(1);

        (await Consents.GiveAsync(Ann, Newsletter, Evidence(form), Token)).Status.Should().Be(ConsentStatus.Given);

        (await TypesAsync(Newsletter)).Should().Equal("consent.given/1");
    }

    [Fact]
    public async Task A_form_that_is_replayed_after_a_withdrawal_changes_nothing()
    {
        var form = EntryId.New(Start);
        await Consents.GiveAsync(Ann, Newsletter, Evidence(form), Token);
        await Consents.WithdrawAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token);

        (await Consents.GiveAsync(Ann, Newsletter, Evidence(form), Token)).Status.Should().Be(ConsentStatus.Withdrawn);

        (await TypesAsync(Newsletter)).Should().Equal("consent.given/1", "consent.withdrawn/1");
    }

    [Fact]
    public async Task A_form_of_somebody_else_is_refused()
    {
        var form = EntryId.New(Start);
        await Consents.GiveAsync(SubjectId.Of(Customers, 8), Newsletter, Evidence(form), Token);

        await FluentActions.Awaiting(async () => await Consents.GiveAsync(Ann, Newsletter, Evidence(form), Token)).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100*");
    }

    [Fact]
    public async Task Many_who_send_one_form_at_once_record_it_once()
    {
        var form = EntryId.New(Start);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Consents.GiveAsync(Ann, Newsletter, Evidence(form), Token).AsTask()));

        (await TypesAsync(Newsletter)).Should().Equal("consent.given/1");
    }

    [Fact]
    public async Task A_clock_that_was_set_back_changes_no_order()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await Consents.WithdrawAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token);
        Clock.AdvanceDays(-10);

        var given = await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        given.Status.Should().Be(ConsentStatus.Given);
        (given.GivenAt > Start).Should().BeTrue();
        given.WasValidOn(Start - Duration.FromDays(5)).Should().BeFalse();
    }

    [Fact]
    public async Task The_address_used_lies_apart_and_can_be_forgotten()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence() with { Details = EntryDetails.Of(("address", "ann@example.org")) }, Token);

        var entry = (await HistoryAsync(Newsletter)).Should().ContainSingle().Subject;

        entry.Details!["address"].Should().Be("ann@example.org");
        Encoding.UTF8.GetString(entry.Facts.AsSpan()).Should().NotContain("ann@").And.NotContain("graag");
    }

    [Fact]
    public async Task The_person_is_found_by_a_ref_and_not_by_a_key()
    {
        var ann = SubjectId.Of(Customers, "ann@example.org");
        await Consents.GiveAsync(ann, Newsletter, Evidence(), Token);

        var head = (await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(ConsentRecord.Fold.Kind)), Token)).Should().ContainSingle().Subject;

        Encoding.UTF8.GetString(head.State.AsSpan()).Should().NotContain("example");
        head.Stream.Key.ToString().Should().Be("newsletter");
    }

    private static string Text(LedgerContent? content) => Encoding.UTF8.GetString(content!.Bytes.AsSpan());
}
