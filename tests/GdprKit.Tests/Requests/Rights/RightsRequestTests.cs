using System.Text;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>What the law says about requests, corner by corner.</summary>
public sealed class RightsRequestTests : RightsRequestTest
{
    [Fact]
    public async Task A_request_is_received_granted_and_carried_out()
    {
        var id = await ReceiveAsync();
        (await FindAsync(id)).Should().BeEquivalentTo(new
        {
            Id = id,
            Kind = RightsRequestKind.Access,
            Status = RightsRequestStatus.Received,
            ReceivedOn = Today,
            Since = Start,
            IsOpen = true,
            NominalDue = new LocalDate(2026, 12, 26),
            Due = new LocalDate(2026, 12, 28),
        });

        Clock.AdvanceDays(1);
        (await Requests.AcceptAsync(id, Clerk, cancellationToken: Token)).Status.Should().Be(RightsRequestStatus.Accepted);
        Clock.AdvanceDays(1);
        var done = await Requests.FulfilAsync(id, Clerk, RightsFulfilment.ByHand("We sent you a copy."), cancellationToken: Token);

        done.Should().BeEquivalentTo(new { Status = RightsRequestStatus.Fulfilled, IsOpen = false, Means = RightsFulfilmentMeans.ByHand, Since = Start + Duration.FromDays(2) });
        (await FindAsync(id)).Should().Be(done);
        (await Requests.FindPersonAsync(id, Token)).Should().Be(Ann);
    }

    [Fact]
    public async Task A_letter_that_is_entered_later_is_due_from_the_day_on_which_it_came()
    {
        var id = await ReceiveAsync(on: new LocalDate(2026, 10, 31));

        (await FindAsync(id)).Dates.Should().BeEquivalentTo(new
        {
            NominalDue = new LocalDate(2026, 11, 30),
            Due = new LocalDate(2026, 11, 30),
            ExtendedDue = new LocalDate(2027, 2, 1),
            DueEnds = Instant.FromUtc(2026, 11, 30, 23, 0),
        });
    }

    [Fact]
    public async Task A_mail_of_shortly_before_midnight_counts_from_the_day_where_the_controller_is()
    {
        var id = await Requests.ReceiveAsync(Letter() with { ReceivedOn = null, ReceivedAt = Instant.FromUtc(2026, 11, 24, 23, 30) }, Ann, cancellationToken: Token);

        (await FindAsync(id)).ReceivedOn.Should().Be(new LocalDate(2026, 11, 25));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_request_also_after_an_hour_and_after_it_was_answered()
    {
        var id = EntryId.New(Start);
        await ReceiveAsync(id: id);
        Clock.AdvanceHours(1);
        await ReceiveAsync(id: id);
        await Requests.RefuseAsync(id, Clerk, RightsRequestGround.Excessive, "You asked yesterday.", Token);
        await ReceiveAsync(id: id);

        (await EntriesAsync()).Should().HaveCount(2);
        await FluentActions.Awaiting(() => ReceiveAsync(RightsRequestKind.Erasure, id: id).AsTask()).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");
        await FluentActions.Awaiting(() => ReceiveAsync(person: Bob, id: id).AsTask()).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");
    }

    [Fact]
    public async Task A_question_that_is_asked_promptly_stops_the_clock_until_it_is_answered()
    {
        var id = await ReceiveAsync(on: new LocalDate(2026, 11, 2));
        Clock.Reset(Instant.FromUtc(2026, 11, 4, 9, 0));
        (await Requests.AskClarificationAsync(id, Clerk, "Which kettle?", cancellationToken: Token)).IsWaiting.Should().BeTrue();
        Clock.Reset(Instant.FromUtc(2026, 11, 14, 9, 0));

        var clarified = await Requests.ClarifyAsync(id, null, "The blue one.", cancellationToken: Token);

        var days = new WorkingDays(PublicHolidays.Netherlands);
        var expected = SuspendedDeadline.Of(ResponseDeadline.Of("2026-11-02", days), [new(new(2026, 11, 4), new(2026, 11, 14))], days);
        clarified.Dates.Should().BeEquivalentTo(new
        {
            expected.Due,
            expected.ExtendedDue,
            NominalDue = new LocalDate(2026, 12, 12),
            NominalExtendedDue = new LocalDate(2027, 2, 12),
        });
        clarified.Should().BeEquivalentTo(new { Status = RightsRequestStatus.Received, IsClarified = true, IsWaiting = false });
    }

    [Fact]
    public async Task A_question_that_is_asked_late_stops_no_clock()
    {
        var id = await ReceiveAsync(on: Today.PlusDays(-8));

        (await Requests.AskClarificationAsync(id, Clerk, "Which kettle?", cancellationToken: Token)).IsWaiting.Should().BeFalse();
        Clock.AdvanceDays(10);
        (await Requests.ClarifyAsync(id, Clerk, cancellationToken: Token)).Should().BeEquivalentTo(new { Pauses = default(ValueList<ClarificationPause>), NominalDue = new LocalDate(2026, 12, 18) });
    }

    [Fact]
    public async Task Who_decides_without_the_answer_needed_none_so_the_clock_did_not_stop()
    {
        var id = await ReceiveAsync();
        await Requests.AskClarificationAsync(id, Clerk, "Which kettle?", cancellationToken: Token);
        Clock.AdvanceDays(20);

        (await Requests.AcceptAsync(id, Clerk, cancellationToken: Token)).Should().BeEquivalentTo(new { Question = (object?)null, NominalDue = new LocalDate(2026, 12, 26) });
    }

    [Theory]
    [InlineData(RightsRequestOrigin.Account)]
    [InlineData(RightsRequestOrigin.KnownAddress)]
    public async Task Nobody_is_asked_who_it_is_from_the_account_or_a_known_address(RightsRequestOrigin from)
    {
        var id = await Requests.ReceiveAsync(Letter() with { From = from }, Ann, cancellationToken: Token);

        await RefusesAsync("GDPR1516", () => Requests.AskIdentityAsync(id, Clerk, "The kettle is not in our books.", cancellationToken: Token).AsTask());
    }

    [Fact]
    public async Task Nobody_who_objects_to_marketing_is_asked_who_it_is()
    {
        var id = await ReceiveFromNobodyAsync(RightsRequestKind.Objection);

        await RefusesAsync("GDPR1516", () => Requests.AskIdentityAsync(id, Clerk, "No such kettle.", cancellationToken: Token).AsTask());
    }

    [Fact]
    public async Task Identity_needs_a_recorded_doubt_and_what_was_shown_has_no_place()
    {
        var id = await ReceiveAsync();
        await RefusesAsync("GDPR1511", () => Requests.AskIdentityAsync(id, Clerk, " ", cancellationToken: Token).AsTask());

        await Requests.AskIdentityAsync(id, Clerk, "Another name than in our books.", cancellationToken: Token);
        await RefusesAsync("GDPR1515", () => Requests.AcceptAsync(id, Clerk, cancellationToken: Token).AsTask());
        Clock.AdvanceDays(3);
        (await Requests.ConfirmIdentityAsync(id, Clerk, cancellationToken: Token)).Should().BeEquivalentTo(new { IsIdentityConfirmed = true, Status = RightsRequestStatus.Received });

        (await EntriesAsync())[^1].Details.Should().BeNull();
        await RefusesAsync("GDPR1516", () => Requests.AskIdentityAsync(id, Clerk, "Still in doubt.", cancellationToken: Token).AsTask());
    }

    [Fact]
    public async Task An_extension_is_told_within_the_first_month_and_counts_three_from_receipt()
    {
        var id = await ReceiveAsync(on: new LocalDate(2026, 11, 2));
        Clock.Reset(Instant.FromUtc(2026, 12, 2, 22, 30));

        var extended = await Requests.ExtendAsync(id, Clerk, "There are many kettles.", cancellationToken: Token);

        extended.Should().BeEquivalentTo(new { ExtendedOn = new LocalDate(2026, 12, 2), Due = new LocalDate(2027, 2, 2) });
        (await Requests.ExtendAsync(id, Colleague, "There are very many kettles.", cancellationToken: Token)).Should().Be(extended, "it is extended once");
    }

    [Fact]
    public async Task An_extension_on_the_day_after_the_first_month_is_refused_unless_it_was_told_before()
    {
        var id = await ReceiveAsync(on: new LocalDate(2026, 11, 2));
        Clock.Reset(Instant.FromUtc(2026, 12, 2, 23, 30));

        await RefusesAsync("GDPR1520", () => Requests.ExtendAsync(id, Clerk, "There are many kettles.", cancellationToken: Token).AsTask());
        (await Requests.ExtendAsync(id, Clerk, "There are many kettles.", new LocalDate(2026, 12, 1), Token)).ExtendedOn.Should().Be(new LocalDate(2026, 12, 1));
    }

    [Fact]
    public async Task While_the_clock_stands_still_an_extension_can_be_told_later()
    {
        var id = await ReceiveAsync(on: new LocalDate(2026, 11, 25));
        await Requests.AskClarificationAsync(id, Clerk, "Which kettle?", cancellationToken: Token);
        Clock.Reset(Instant.FromUtc(2026, 12, 28, 9, 0));

        (await Requests.ExtendAsync(id, Clerk, "There are many kettles.", cancellationToken: Token)).ExtendedOn.Should().Be(new LocalDate(2026, 12, 28));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_first_one_counts_and_the_other_is_told_what_it_is()
    {
        var id = await ReceiveAsync();
        Store.Meanwhile = async () => await Requests.RefuseAsync(id, Colleague, RightsRequestGround.Excessive, "You asked yesterday.", Token);

        (await FluentActions.Awaiting(() => Requests.AcceptAsync(id, Clerk, cancellationToken: Token).AsTask()).Should().ThrowAsync<RightsRequestException>())
            .Which.Message.Should().StartWith("GDPR1515: A request that is refused cannot be granted.");
        (await FindAsync(id)).Status.Should().Be(RightsRequestStatus.Refused);
    }

    [Fact]
    public async Task Words_are_details_that_can_be_forgotten_and_the_request_stands()
    {
        var id = await ReceiveAsync();
        await Requests.RefuseInPartAsync(id, Clerk, RightsRequestGround.RightsOfOthers, "The mails of the other kettle stay here.", Token);
        var before = await FindAsync(id);
        (await EntriesAsync()).Should().AllSatisfy(entry => Encoding.UTF8.GetString(entry.Facts.AsSpan()).Should().NotContainAny("ettle", "471104711"));

        (await Requests.ForgetTextsAsync(id, Token)).Should().Be(2);

        (await EntriesAsync()).Should().AllSatisfy(entry => entry.Details.Should().BeNull());
        (await FindAsync(id)).Should().Be(before);
        (await Requests.ReadHistoryAsync(id, RightsRequestReader.Operator, Language.Dutch, Token).Select(step => step.Texts.Count).ToListAsync(Token)).Should().Equal(0, 0);
    }

    [Fact]
    public async Task An_answered_request_is_opened_again_and_due_as_before()
    {
        var id = await ReceiveAsync();
        await Requests.RefuseAsync(id, Clerk, RightsRequestGround.ManifestlyUnfounded, "We sell no kettles.", Token);

        (await Requests.ReopenAsync(id, Colleague, "We do.", Token)).Should().BeEquivalentTo(new
        {
            Status = RightsRequestStatus.Received,
            Ground = (RightsRequestGround?)null,
            NominalDue = new LocalDate(2026, 12, 26),
            ReopenedOn = Today,
        });
    }

    [Fact]
    public void The_kind_of_stream_is_the_one_by_which_retention_tells_an_open_request() =>
        new Decisions.AnsweredGround().SuspensionOf(RightsRequest.Fold.Kind).Should().Be(SuspensionKind.OpenRequest);
}
