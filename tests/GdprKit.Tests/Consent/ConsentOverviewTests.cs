using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit.Consent;

/// <summary>How many people agreed to what, counted from heads.</summary>
public sealed class ConsentOverviewTests : ConsentTest
{
    private static readonly ConsentSignal Online = ConsentSignal.ByPersonOnline;

    [Fact]
    public async Task Everybody_counts_once_where_they_stand_now()
    {
        await GiveAsync(1, Newsletter);
        await GiveAsync(2, Newsletter);
        await GiveAsync(2, Newsletter);
        await GiveAsync(3, Newsletter);
        await Consents.WithdrawAsync(Person(3), Newsletter, Online, Token);
        await Consents.RefuseAsync(Person(4), Newsletter, Online, Token);
        await Consents.RequestAsync(Person(5), Newsletter, Online, Token);

        var topic = await TopicAsync(Newsletter);

        topic.Today.Should().Equal(
            new ConsentCount(ConsentStatus.Requested, 1),
            new ConsentCount(ConsentStatus.Refused, 1),
            new ConsentCount(ConsentStatus.Given, 1),
            new ConsentCount(ConsentStatus.Renewed, 1),
            new ConsentCount(ConsentStatus.Withdrawn, 1));
    }

    [Fact]
    public async Task Every_channel_that_is_asked_apart_has_numbers_of_its_own_and_every_topic_of_the_register_is_there()
    {
        await GiveAsync(1, new ConsentTopic(Offers, MarketingChannel.Phone));

        var overview = await Consents.OverviewAsync(cancellationToken: Token);

        overview.Topics.Select(topic => topic.Topic.ToString()).Should().BeEquivalentTo("newsletter", "club", "offers/email", "offers/phone", "game", "diet");
        overview.Topics.Where(topic => !topic.Today.IsEmpty).Should().ContainSingle().Which.Topic.ToString().Should().Be("offers/phone");
        overview.Undeclared.Should().Be(0);
    }

    [Fact]
    public async Task Consent_that_ran_out_counts_as_expired_from_that_instant_on()
    {
        await GiveAsync(1, Club);
        var end = (await Consents.FindAsync(Person(1), Club, Token)).Until!.Value;

        Clock.Reset(end - Duration.FromMilliseconds(1));
        (await TopicAsync(Club)).Today.Should().Equal(new ConsentCount(ConsentStatus.Given, 1));

        Clock.Reset(end);
        var expired = await TopicAsync(Club);

        expired.Today.Should().Equal(new ConsentCount(ConsentStatus.Expired, 1));
        expired.Months[^1].Reached.Should().Equal(new ConsentCount(ConsentStatus.Expired, 1));
        (await Consents.OverviewAsync(30, Token)).Topics.Single(topic => topic.Topic == Club).Months
            .Where(month => !month.Reached.IsEmpty).Select(month => month.Month).Should().Equal(new YearMonth(2026, 11), new YearMonth(2028, 11));
    }

    [Fact]
    public async Task A_month_begins_at_midnight_of_the_controller_and_holds_what_came_in_it()
    {
        // Midnight in Amsterdam is 22:00 UTC in summer.
        Clock.Reset(Instant.FromUtc(2027, 6, 30, 21, 59));
        await GiveAsync(1, Newsletter);
        Clock.Reset(Instant.FromUtc(2027, 6, 30, 22, 0));
        await GiveAsync(2, Newsletter);
        Clock.Reset(Instant.FromUtc(2027, 7, 20, 10, 0));
        await Consents.WithdrawAsync(Person(3), Newsletter, Online, Token);

        var months = (await TopicAsync(Newsletter, months: 3)).Months;

        months.Select(month => month.Month).Should().Equal(new YearMonth(2027, 5), new YearMonth(2027, 6), new YearMonth(2027, 7));
        months.Select(month => month.Into(ConsentStatus.Given)).Should().Equal(0, 1, 1);
        months.Select(month => month.Into(ConsentStatus.Withdrawn)).Should().Equal(0, 0, 1);
    }

    [Fact]
    public async Task Who_took_it_back_is_no_more_in_the_month_of_the_yes()
    {
        await GiveAsync(1, Newsletter);
        Clock.AdvanceDays(40);
        await Consents.WithdrawAsync(Person(1), Newsletter, Online, Token);

        var months = (await TopicAsync(Newsletter)).Months;

        months.Sum(month => month.Into(ConsentStatus.Given)).Should().Be(0);
        months[^1].Into(ConsentStatus.Withdrawn).Should().Be(1);
    }

    [Fact]
    public async Task What_the_register_asks_no_more_is_told_as_one_number()
    {
        await GiveAsync(1, Club);
        await GiveAsync(2, Club);
        await GiveAsync(1, Newsletter);

        var overview = await With(TestRegisters.Shop()).OverviewAsync(cancellationToken: Token);

        overview.Undeclared.Should().Be(2);
        overview.ToDocument(Language.English).ToMarkdown().Should().Contain("consent to something that the register does not ask any more, 2 times");
    }

    [Theory]
    [InlineData("nl", "Wie heeft waar toestemming voor gegeven?", "Ingetrokken", "nov 2026", "telt alleen bij die laatste ja")]
    [InlineData("en", "Who consented to what?", "Taken back", "Nov 2026", "counts at that last yes only")]
    public async Task The_text_draws_and_tabulates_the_numbers_and_says_how_they_were_counted(string language, string title, string taken, string month, string how)
    {
        await GiveAsync(1, Newsletter);
        await Consents.WithdrawAsync(Person(2), Newsletter, Online, Token);

        var document = (await Consents.OverviewAsync(cancellationToken: Token)).ToDocument(Language.Parse(language));

        document.Title.Should().Be(title);
        document.ToHtml().Should().Contain("<svg").And.Contain(taken).And.Contain(month).And.Contain(how);
        document.Sections.Should().HaveCount(7, "one for today, and one for each topic");
    }

    [Fact]
    public async Task A_register_that_asks_nothing_has_nothing_to_count()
    {
        var overview = await With(TestRegisters.Shop(register => { }).Only(Orders)).OverviewAsync(cancellationToken: Token);

        overview.Topics.IsEmpty.Should().BeTrue();
        overview.ToDocument(Language.English).ToMarkdown().Should().Contain("nothing to count");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(121)]
    public async Task Months_that_no_chart_can_show_are_refused(int months)
    {
        var counting = async () => await Consents.OverviewAsync(months, Token);

        await counting.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static SubjectId Person(int number) => SubjectId.Of(Customers, number);

    private ValueTask<ConsentRecord> GiveAsync(int number, ConsentTopic topic) => Consents.GiveAsync(Person(number), topic, Evidence(), Token);

    private async Task<TopicOverview> TopicAsync(ConsentTopic topic, int months = 12) =>
        (await Consents.OverviewAsync(months, Token)).Topics.Single(each => each.Topic == topic);
}
