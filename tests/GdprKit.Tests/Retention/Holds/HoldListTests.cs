using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

public sealed class HoldListTests : HoldTest
{
    [Fact]
    public async Task The_list_has_what_stands_and_names_what_it_is_on()
    {
        await PlaceAsync(Emails);
        await PlaceAsync(Sales);
        var one = await PlaceAsync();
        var other = await PlaceAsync(ground: HoldGround.LegalObligation);
        await Holds.LiftAsync(Person, one, Lawyer, "Settled.", Token);
        var name = new HoldScope.Category(ShopKeys.Name);
        await Holds.LiftAsync(name, await PlaceAsync(name), Lawyer, "A mistake.", Token);

        var listed = await Holds.ListAsync(Token).ToListAsync(Token);

        listed.Select(hold => hold.Scope).Should().Equal(Emails, Sales, Person);
        listed[^1].Hold.Id.Should().Be(other);
        listed.Should().OnlyContain(hold => !hold.IsOverdue);
    }

    [Fact]
    public async Task A_hold_whose_review_date_has_passed_stands_on_and_is_listed_until_it_is_prolonged()
    {
        var early = await PlaceAsync(reviewOn: new LocalDate(2027, 3, 1));
        await PlaceAsync(reviewOn: new LocalDate(2027, 7, 1));
        await PlaceAsync(Emails, new LocalDate(2027, 9, 1));

        Clock.Reset(Instant.FromUtc(2027, 3, 1, 23, 0) - LedgerTime.Step);
        (await Holds.ListOverdueAsync(Token).ToListAsync(Token)).Should().BeEmpty("the day is not over");
        (await Holds.ReportAsync(Token)).Should().Be(new HoldReport { Today = new LocalDate(2027, 3, 1), Standing = 3, Overdue = 0, NextReviewOn = new LocalDate(2027, 3, 1) });

        Clock.Reset(Instant.FromUtc(2027, 3, 1, 23, 0));
        var overdue = (await Holds.ListOverdueAsync(Token).ToListAsync(Token)).Should().ContainSingle().Subject;
        (overdue.Scope, overdue.Hold.Id, overdue.IsOverdue).Should().Be((Person, early, true));
        (await Holds.ListAsync(Token).CountAsync(hold => hold.IsOverdue, Token)).Should().Be(1);
        (await Holds.FindAsync(Person, Token))!.Holds.Should().HaveCount(2, "it stands on");
        (await Holds.ReportAsync(Token)).Should().Be(new HoldReport { Today = new LocalDate(2027, 3, 2), Standing = 3, Overdue = 1, NextReviewOn = new LocalDate(2027, 7, 1) });

        await Holds.ProlongAsync(Person, early, new LocalDate(2027, 6, 1), Lawyer, "The appeal runs.", Token);
        (await Holds.ListOverdueAsync(Token).ToListAsync(Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task Many_holds_are_listed_page_by_page_each_once()
    {
        var people = Enumerable.Range(1, 2 * LedgerLimits.HeadsPerPage + 1).Select(id => SubjectId.Of(ShopKeys.Customers, id)).ToList();
        foreach (var person in people)
        {
            await PlaceAsync(new HoldScope.Person(person));
        }

        var listed = await Holds.ListAsync(Token).Select(hold => ((HoldScope.Person)hold.Scope).Subject).ToListAsync(Token);
        listed.Should().HaveCount(people.Count);
        listed.ToHashSet().SetEquals(people).Should().BeTrue();
        (await Holds.ReportAsync(Token)).Standing.Should().Be(people.Count);

        (await Holds.ListAsync(Token).Take(3).ToListAsync(Token)).Should().HaveCount(3, "who needs three need not wait for all");
    }

    [Fact]
    public async Task A_person_without_a_link_and_an_entity_that_left_the_map_are_listed_and_can_be_lifted()
    {
        var ofPerson = await PlaceAsync();
        await Subjects.UnlinkAsync([Somebody], Token);
        var gone = LegalHold.StreamOf("Shop", new string('x', 200));
        var draft = HoldEntries.Placed.Draft(new HoldPlaced(HoldGround.LegalClaims, Lawyer.Key, March, Start + Duration.FromDays(90)));
        await Streams.AppendAsync<LegalHold>(gone, null, _ => [draft], Token);
        var fossil = LegalHold.StreamOf("Shop", "Fossil");
        await Streams.AppendAsync<LegalHold>(fossil, null, _ => [draft], Token);

        var listed = await Holds.ListAsync(Token).ToListAsync(Token);

        listed.Select(hold => hold.Scope).OfType<HoldScope.Entity>().Should().Equal(new HoldScope.Entity("Shop", "Fossil"));
        listed.Where(hold => hold.Scope is HoldScope.Unnamed).Select(hold => hold.Hold.Id).Should().HaveCount(2).And.Contain(ofPerson);
        foreach (var hold in listed)
        {
            (await Holds.ProlongAsync(hold.Scope, hold.Hold.Id, March.PlusDays(1), Lawyer, "Still needed.", Token)).Holds.Should().ContainSingle();
            (await Holds.LiftAsync(hold.Scope, hold.Hold.Id, Lawyer, "Settled.", Token)).Status.Should().Be(HoldStatus.Lifted);
        }
    }

    [Fact]
    public async Task What_a_newer_program_wrote_is_refused_and_never_taken_for_nothing()
    {
        await PlaceAsync();
        var newer = new EntryType<HoldLifted>("hold.widened/1", HoldsJson.Default.HoldLifted);
        var head = (await Streams.ReadHeadsAsync(HeadFilter.Of(LegalHold.Fold.Kind), Token).ToListAsync(Token)).Single();
        var entry = newer.Draft(new HoldLifted(EntryId.New(Start), Lawyer.Key)).Seal(head.Stream, 2, Start + Duration.FromDays(1));
        await Store.AppendAsync(AppendBatch.Of([new StreamAppend(1, [entry], head with { Version = 2, RecordedAt = entry.RecordedAt, FoldVersion = 2 })]), Token);

        await FluentActions.Awaiting(() => Holds.FindAsync(Person, Token).AsTask()).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3103: *");
        await FluentActions.Awaiting(() => Holds.ListAsync(Token).ToListAsync(Token).AsTask()).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3103: *");
        await FluentActions.Awaiting(() => Holds.ReportAsync(Token).AsTask()).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3103: *");
    }
}
