using System.Text;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

public sealed class LegalHoldTests : HoldTest
{
    [Fact]
    public async Task Two_holds_stand_on_one_scope_and_lifting_one_leaves_the_other()
    {
        var claim = await PlaceAsync();
        Clock.AdvanceDays(1);
        var audit = await PlaceAsync(reviewOn: Today.PlusDays(30), ground: HoldGround.Investigation);

        var both = (await Holds.FindAsync(Person, Token))!;
        both.Holds.Select(hold => (hold.Id, hold.Ground, hold.PlacedBy, hold.Since)).Should().Equal(
            (claim, HoldGround.LegalClaims, Lawyer.Key, Start), (audit, HoldGround.Investigation, Lawyer.Key, Start + Duration.FromDays(1)));

        Clock.AdvanceDays(1);
        var one = await Holds.LiftAsync(Person, audit, Lawyer, "The audit is over.", Token);
        (one.Status, one.Since, one.Holds.Single().Id).Should().Be((HoldStatus.Placed, Start, claim));

        Clock.AdvanceDays(1);
        var none = await Holds.LiftAsync(Person, claim, Lawyer, "Settled.", Token);
        none.Should().Be(new LegalHold { Status = HoldStatus.Lifted, Since = Start + Duration.FromDays(3) });
        (await Holds.FindAsync(Person, Token)).Should().Be(none);
    }

    [Fact]
    public async Task The_head_is_due_when_the_first_review_date_is_over_where_the_controller_is()
    {
        var first = await PlaceAsync(reviewOn: new LocalDate(2027, 3, 1));
        await PlaceAsync(reviewOn: new LocalDate(2027, 7, 1));
        (await HeadAsync()).Index.Should().Be(new StreamIndex(StreamStatus.Parse("placed"), Start, Instant.FromUtc(2027, 3, 1, 23, 0)));

        await Holds.ProlongAsync(Person, first, new LocalDate(2027, 8, 1), Lawyer, "The appeal runs.", Token);
        (await HeadAsync()).Index.Due.Should().Be(Instant.FromUtc(2027, 7, 1, 22, 0), "in summer it is earlier, and the other one comes first now");

        foreach (var hold in (await Holds.FindAsync(Person, Token))!.Holds)
        {
            await Holds.LiftAsync(Person, hold.Id, Lawyer, "Settled.", Token);
        }

        (await HeadAsync()).Index.Should().Be(new StreamIndex(StreamStatus.Parse("lifted"), (await HeadAsync()).RecordedAt));
    }

    [Fact]
    public async Task A_hold_on_one_scope_is_none_on_another()
    {
        await PlaceAsync(Emails);
        await PlaceAsync(Sales);

        (await Holds.FindAsync(Emails, Token))!.Holds.Should().ContainSingle();
        (await Holds.FindAsync(Sales, Token))!.Holds.Should().ContainSingle();
        (await Holds.FindAsync(new HoldScope.Category(ShopKeys.Name), Token)).Should().BeNull();
        (await Holds.FindAsync(Person, Token)).Should().BeNull();
        (await EntriesAsync()).Select(entry => (entry.Stream.Subject, entry.Stream.Key.ToString())).Should().Equal(
            (SubjectRef.None, "category/email-address"), (SubjectRef.None, "entity/Shop/Sale"));
    }

    [Fact]
    public async Task The_same_hold_is_placed_once()
    {
        var id = EntryId.New(Start);
        await PlaceAsync(id: id);
        await PlaceAsync(id: id);

        (await EntriesAsync()).Should().ContainSingle().Which.Id.Should().Be(id);

        await Holds.LiftAsync(Person, id, Lawyer, "Settled.", Token);
        await PlaceAsync(id: id);
        await Holds.LiftAsync(Person, id, Lawyer, "Settled.", Token);

        (await EntriesAsync()).Should().HaveCount(2, "what is sent again after it was lifted places nothing");
        (await Holds.FindAsync(Person, Token))!.Status.Should().Be(HoldStatus.Lifted);
    }

    [Fact]
    public async Task Another_hold_under_the_same_id_is_refused()
    {
        var id = await PlaceAsync();

        await FluentActions.Awaiting(() => PlaceAsync(reviewOn: March.PlusDays(1), id: id).AsTask()).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");
        await FluentActions.Awaiting(() => PlaceAsync(Emails, id: id).AsTask()).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");

        (await EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Who_places_a_hold_while_somebody_else_does_places_a_second_one()
    {
        await PlaceAsync();
        Store.Meanwhile = async () => await PlaceAsync(ground: HoldGround.PreservationOrder);

        await PlaceAsync(ground: HoldGround.Investigation);

        (await Holds.FindAsync(Person, Token))!.Holds.Select(hold => hold.Ground).Should().Equal(
            HoldGround.LegalClaims, HoldGround.PreservationOrder, HoldGround.Investigation);
    }

    [Fact]
    public async Task Who_prolongs_a_hold_while_somebody_else_lifts_it_is_told_that_it_does_not_stand()
    {
        var id = await PlaceAsync();
        Store.Meanwhile = async () =>
        {
            if ((await Holds.FindAsync(Person, Token))!.Status is HoldStatus.Placed)
            {
                await Holds.LiftAsync(Person, id, Lawyer, "Settled.", Token);
            }
        };

        await FluentActions.Awaiting(() => Holds.ProlongAsync(Person, id, March.PlusMonths(1), Lawyer, "Still needed.", Token).AsTask())
            .Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1609: *");
        (await Holds.FindAsync(Person, Token))!.Status.Should().Be(HoldStatus.Lifted);
    }

    [Fact]
    public async Task Prolonging_to_the_day_that_stands_records_nothing()
    {
        var id = await PlaceAsync();

        (await Holds.ProlongAsync(Person, id, March, Lawyer, "Still needed.", Token)).Holds.Single().ReviewOn.Should().Be(March);

        (await EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task The_case_and_the_reasons_are_details_that_can_be_forgotten_and_the_hold_stands_on()
    {
        var id = await PlaceAsync();
        await Holds.ProlongAsync(Person, id, March.PlusMonths(1), Lawyer, "The appeal of the kettle runs.", Token);
        (await Holds.FindMatterAsync(Person, id, Token)).Should().Be("Broken kettle, file 12");

        var entries = await EntriesAsync();
        entries.Select(entry => Encoding.UTF8.GetString(entry.Facts.AsSpan())).Should().AllSatisfy(facts => facts.Should().NotContainAny("ettle", "471104711"));
        entries.SelectMany(entry => entry.Details!.ToTexts()).Should().Equal(("case", "Broken kettle, file 12"), ("reason", "The appeal of the kettle runs."));

        await Store.ForgetDetailsAsync(HeadFilter.About(entries[0].Stream.Subject), Token);

        (await Holds.FindMatterAsync(Person, id, Token)).Should().BeNull();
        (await Holds.FindAsync(Person, Token))!.Holds.Should().ContainSingle();
    }

    [Fact]
    public async Task At_most_a_hundred_holds_stand_on_one_scope_and_they_fit_into_its_head()
    {
        for (var number = 0; number < LegalHold.MostHolds; number++)
        {
            await Holds.PlaceAsync(Emails, HoldGround.PreservationOrder, Operator.Parse("a" + new string('x', 63)), new string('x', LegalHolds.LongestText), March, cancellationToken: Token);
        }

        await FluentActions.Awaiting(() => PlaceAsync(Emails).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1610: *");
        (await Holds.FindAsync(Emails, Token))!.Holds.Should().HaveCount(LegalHold.MostHolds);
    }

    [Fact]
    public void Two_entities_never_share_a_stream()
    {
        string[] names = ["a", "A", "a/b", "a~b", "a~2Fb", "a b", "a%20b", "á", "", new string('x', 60), new string('x', 300), new string('x', 299) + "y", "Digest"];
        var pairs = from store in names from name in names select (store, name);

        var streams = pairs.ToDictionary(pair => pair, pair => LegalHold.StreamOf(pair.store, pair.name));

        streams.Values.Should().OnlyHaveUniqueItems().And.NotContain(LegalHold.StreamOf(ShopKeys.Name));
        streams.Where(pair => (pair.Key.store + pair.Key.name).Length < 100).Should().AllSatisfy(pair => HoldKeys.EntityOf(pair.Value.Key).Should().Be(pair.Key));
    }

    [Theory]
    [InlineData(
        "nl",
        "De gegevens in de categorie ‘e-mailadres’ mogen niet worden verwijderd: een rechter of andere instantie heeft bevolen om ze te bewaren. Uiterlijk op 1 maart 2027 wordt bekeken of dat nog nodig is.",
        "De rijen van ‘Sale’ mogen niet worden verwijderd: ze zijn nodig voor een controle of onderzoek door een overheidsinstantie. Uiterlijk op 1 maart 2027 wordt bekeken of dat nog nodig is.",
        "De gegevens mogen niet worden verwijderd: ze zijn nodig voor een rechtsvordering. Uiterlijk op 1 maart 2027 wordt bekeken of dat nog nodig is.",
        "Een verwijderstop is beoordeeld en blijft staan. Uiterlijk op 1 april 2027 wordt hij opnieuw beoordeeld.",
        "Een verwijderstop is opgeheven.")]
    [InlineData(
        "en",
        "The data of the category “e-mail address” must not be deleted: a court or another authority ordered to preserve them. Whether that is still needed is reviewed by 1 March 2027 at the latest.",
        "The rows of “Sale” must not be deleted: an authority needs them for an audit or an investigation. Whether that is still needed is reviewed by 1 March 2027 at the latest.",
        "The data must not be deleted: they are needed for a legal claim. Whether that is still needed is reviewed by 1 March 2027 at the latest.",
        "A hold was reviewed and stands; it is reviewed again by 1 April 2027 at the latest.",
        "A hold was lifted.")]
    public async Task The_log_tells_it_in_plain_words(string language, params string[] sentences)
    {
        await PlaceAsync(Emails, ground: HoldGround.PreservationOrder);
        await PlaceAsync(Sales, ground: HoldGround.Investigation);
        var id = await PlaceAsync();
        await Holds.ProlongAsync(Person, id, March.PlusMonths(1), Lawyer, "The appeal runs.", Token);
        await Holds.LiftAsync(Person, id, Lawyer, "Settled.", Token);

        var words = new LedgerWording(ShopPlan.Register(), [LegalHold.Fold]);
        (await EntriesAsync()).Select(entry => words.Tell(entry, Language.Parse(language))).Should().Equal(sentences);
    }

    private async Task<StreamHead> HeadAsync() => (await Streams.ReadHeadsAsync(HeadFilter.Of(LegalHold.Fold.Kind), Token).ToListAsync(Token)).Single();
}
