using GdprKit.Ledger;
using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Whatever is refused says its id, the fault and the remedy, and records nothing, not even that there is such a person.</summary>
public sealed class HoldRefusalTests : HoldTest
{
    public static TheoryData<string> UnknownScopes => ["visitors", "shoe-size", "Fossil", "Binder/Sale", "sales-1999", "Buyer/sales-2024", "unnamed"];

    [Theory]
    [MemberData(nameof(UnknownScopes))]
    public async Task A_scope_on_which_a_hold_would_keep_nothing(string name)
    {
        HoldScope scope = name switch
        {
            "visitors" => new HoldScope.Person(SubjectId.Of(Key<SubjectKind>.Parse(name), 7)),
            "shoe-size" => new HoldScope.Category(Key<DataCategory>.Parse(name)),
            "Fossil" => new HoldScope.Entity("Shop", name),
            "Binder/Sale" => new HoldScope.Entity("Binder", nameof(Sale)),
            "sales-1999" => new HoldScope.Query("Shop", nameof(Sale), Key<HoldQuery>.Parse(name)),
            "Buyer/sales-2024" => new HoldScope.Query("Shop", nameof(Buyer), ShopPlan.Sales2024),
            _ => new HoldScope.Unnamed(LegalHold.StreamOf(ShopKeys.Name)),
        };

        await RefusesAsync<ArgumentException>("GDPR1600", "Use|Name", () => PlaceAsync(scope).AsTask());
    }

    [Fact]
    public Task A_category_that_is_default() => RefusesAsync<ArgumentException>("GDPR1600", "Use", () => PlaceAsync(new HoldScope.Category(default)).AsTask());

    [Fact]
    public Task A_query_without_a_key() => RefusesAsync<ArgumentException>("GDPR1600", "Use", () => PlaceAsync(new HoldScope.Query("Shop", nameof(Sale), default)).AsTask());

    [Theory]
    [InlineData(HoldGround.Unspecified)]
    [InlineData((HoldGround)99)]
    public Task A_ground_that_the_law_does_not_know(HoldGround ground) => RefusesAsync<ArgumentException>("GDPR1601", "Name one", () => PlaceAsync(ground: ground).AsTask());

    [Theory]
    [InlineData("", "GDPR1602")]
    [InlineData("  ", "GDPR1602")]
    [InlineData(null, "GDPR1602")]
    [InlineData("ann@example.org", "GDPR1603")]
    [InlineData("Ann", "GDPR1604")]
    [InlineData("staff 7", "GDPR1604")]
    public void An_author_who_is_missing_or_could_be_a_name(string? text, string id)
    {
        Operator.TryParse(text, out var author).Should().BeFalse();
        author.Should().BeNull();
        var message = FluentActions.Invoking(() => Operator.Parse(text!)).Should().Throw<FormatException>().Which.Message;
        message.Should().StartWith($"{id}: ").And.Contain("'staff-7'").And.NotContainAny("example.org", "Ann");
    }

    [Theory]
    [InlineData("", "GDPR1605")]
    [InlineData(" \n", "GDPR1605")]
    [InlineData("two\nlines", "GDPR1606")]
    [InlineData("half \ud83d", "GDPR1606")]
    [InlineData(null, "GDPR1605")]
    [InlineData("long", "GDPR1606")]
    public async Task A_case_or_a_reason_that_is_missing_or_too_long(string? text, string id)
    {
        text = text == "long" ? new string('x', LegalHolds.LongestText + 1) : text;
        await RefusesAsync<ArgumentException>(id, "Say it|Shorten it", () => Holds.PlaceAsync(Person, HoldGround.LegalClaims, Lawyer, text!, March, cancellationToken: Token).AsTask());

        var hold = await PlaceAsync();
        await RefusesAsync<ArgumentException>(id, "Say it|Shorten it", () => Holds.ProlongAsync(Person, hold, March.PlusDays(1), Lawyer, text!, Token).AsTask());
        await RefusesAsync<ArgumentException>(id, "Say it|Shorten it", () => Holds.LiftAsync(Person, hold, Lawyer, text!, Token).AsTask());
    }

    [Fact]
    public async Task A_review_date_that_has_passed_or_lies_more_than_twelve_calendar_months_ahead()
    {
        await RefusesAsync<ArgumentException>("GDPR1607", "from 2026-11-26 on", () => PlaceAsync(reviewOn: Today.PlusDays(-1)).AsTask());
        await RefusesAsync<ArgumentException>("GDPR1608", "up to 2027-11-26", () => PlaceAsync(reviewOn: new LocalDate(2027, 11, 27)).AsTask());
        await RefusesAsync<ArgumentException>("GDPR1608", "up to 2027-11-26", () => PlaceAsync(reviewOn: LocalDate.MaxIsoValue).AsTask());

        var hold = await PlaceAsync(reviewOn: Today);
        await PlaceAsync(reviewOn: new LocalDate(2027, 11, 26));
        await RefusesAsync<ArgumentException>("GDPR1607", "from", () => Holds.ProlongAsync(Person, hold, Today.PlusDays(-1), Lawyer, "Still needed.", Token).AsTask());
        await RefusesAsync<ArgumentException>("GDPR1608", "up to", () => Holds.ProlongAsync(Person, hold, new LocalDate(2027, 11, 27), Lawyer, "Still needed.", Token).AsTask());

        Clock.AdvanceDays(1);
        await Holds.ProlongAsync(Person, hold, new LocalDate(2027, 11, 27), Lawyer, "Still needed.", Token);
    }

    [Fact]
    public async Task The_day_is_that_of_the_controller_and_a_leap_day_has_a_last_day_of_its_own()
    {
        Clock.Reset(Instant.FromUtc(2028, 2, 28, 23, 30));

        await RefusesAsync<ArgumentException>("GDPR1607", "from 2028-02-29 on", () => PlaceAsync(reviewOn: new LocalDate(2028, 2, 28)).AsTask());
        await RefusesAsync<ArgumentException>("GDPR1608", "up to 2029-02-28", () => PlaceAsync(reviewOn: new LocalDate(2029, 3, 1)).AsTask());
        await PlaceAsync(reviewOn: new LocalDate(2029, 2, 28));
    }

    [Fact]
    public async Task A_hold_that_was_never_placed_there_or_has_no_id()
    {
        var nobodys = EntryId.New(Start);
        await RefusesAsync<ArgumentException>("GDPR1609", "Look up", () => Holds.LiftAsync(Person, nobodys, Lawyer, "Settled.", Token).AsTask());
        await RefusesAsync<ArgumentException>("GDPR1609", "Look up", () => Holds.ProlongAsync(Person, nobodys, March, Lawyer, "Still needed.", Token).AsTask());
        await RefusesAsync<ArgumentException>("GDPR1609", "Look up", () => PlaceAsync(id: default(EntryId)).AsTask());

        var hold = await PlaceAsync(Emails);
        await RefusesAsync<ArgumentException>("GDPR1609", "Look up", () => Holds.LiftAsync(Sales, hold, Lawyer, "Settled.", Token).AsTask());
        await RefusesAsync<ArgumentException>("GDPR1609", "Look up", () => Holds.LiftAsync(Person, hold, Lawyer, "Settled.", Token).AsTask());
    }

    private async Task RefusesAsync<TException>(string id, string remedies, Func<Task> refused)
        where TException : Exception
    {
        var before = await EntriesAsync();
        var people = await Subjects.FindBySubjectAsync([Somebody], Token);
        var thrown = await FluentActions.Awaiting(refused).Should().ThrowAsync<TException>();

        thrown.Which.Message.Should().StartWith($"{id}: ").And.ContainAny(remedies.Split('|')).And.NotContain("471104711");
        (await EntriesAsync()).Should().Equal(before);
        (await Subjects.FindBySubjectAsync([Somebody], Token)).Should().Equal(people);
    }
}
