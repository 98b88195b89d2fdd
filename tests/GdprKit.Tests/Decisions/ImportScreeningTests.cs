using GdprKit.Ledger;
using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.DecisionReasons;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>A list goes over nobody who wants no marketing.</summary>
public sealed class ImportScreeningTests : DecidingTest
{
    private static readonly MarketingAddress Bert = MarketingAddress.Email("bert@voorbeeld.example");

    private static readonly ConsentSource Source = ConsentSource.Of("A list of before.", Start, AgreedRegister.Today);

    private static readonly ProcessingUse Mail = ProcessingUse.MessageOver(MarketingChannel.Email);

    [Fact]
    public async Task Consent_for_an_address_on_the_list_is_not_taken_over_and_is_counted()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Erasure, cancellationToken: Token);

        var result = await ImportAsync(Item(Ann, Newsletter, Address), Item(Person(8), Newsletter, Bert), Item(Person(9), Newsletter));

        result.Should().Be(new ConsentImport(2, [new SkippedConsents(ImportObstacle.Suppressed, 1)]));
        (await Consents.FindAsync(Ann, Newsletter, Token)).Status.Should().Be(ConsentStatus.Unknown);
    }

    [Fact]
    public async Task The_person_of_an_address_on_the_list_gets_no_marketing_on_any_basis_although_nobody_has_the_address_at_hand()
    {
        (await ReasonAsync(Offers, Mail)).Should().BeSameAs(ConsentUnknown);
        await Suppression.AddAsync([Address], SuppressionCause.Import, cancellationToken: Token);

        await ImportAsync(Item(Ann, Newsletter, Address));

        (await ReasonAsync(Newsletter)).Should().BeSameAs(Suppressed);
        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(Suppressed);
        (await ReasonAsync(Club, Mail)).Should().BeSameAs(Suppressed);
        (await ReasonAsync(Club, ProcessingUse.MessageOver(MarketingChannel.Post))).Should().BeSameAs(ConsentUnknown, "no letter comes to that address");
        (await ReasonAsync(Game)).Should().BeSameAs(ConsentUnknown, "it is no marketing");
    }

    [Fact]
    public async Task The_person_is_known_to_be_suppressed_whatever_else_stands_in_the_way_of_the_consent()
    {
        await Suppression.AddAsync([Address, Bert], SuppressionCause.Objection, cancellationToken: Token);
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        var result = await ImportAsync(Item(Ann, Newsletter, Address), Item(Person(8), Newsletter, Bert) with { GivenAt = Start + Duration.FromDays(9) });

        result.Skipped.Should().Equal(new SkippedConsents(ImportObstacle.InTheFuture, 1), new SkippedConsents(ImportObstacle.Suppressed, 1));
        (await ReasonAsync(Newsletter)).Should().BeSameAs(Suppressed);
        (await Decisions.DecideAsync(Person(8), Newsletter, null, Token)).Reason.Should().BeSameAs(Suppressed);
    }

    [Fact]
    public async Task Only_the_address_of_a_channel_of_the_topic_stands_in_the_way()
    {
        var phone = MarketingAddress.Phone("+31612345678");
        await Suppression.AddAsync([Address, phone], SuppressionCause.Objection, cancellationToken: Token);

        var result = await ImportAsync(
            Item(Ann, Club, phone, Bert) with { Confirmed = [MarketingChannel.Email] },
            Item(Ann, new ConsentTopic(Offers, MarketingChannel.Phone), Address, MarketingAddress.Phone("+31687654321")),
            Item(Person(8), Club, Bert, Address));

        result.Should().Be(new ConsentImport(2, [new SkippedConsents(ImportObstacle.Suppressed, 1)]));
        (await ReasonAsync(Club, Mail)).Should().BeSameAs(Suppressed, "the address that came with another topic is on the list");
        (await ReasonAsync(Offers, ProcessingUse.MessageOver(MarketingChannel.Phone))).Should().BeSameAs(Suppressed);
        (await ReasonAsync(Club, ProcessingUse.MessageOver(MarketingChannel.Post))).Permits.Should().BeTrue();
    }

    [Fact]
    public async Task Consent_for_an_address_about_which_the_list_cannot_be_asked_is_not_taken_over()
    {
        var result = await ImportAsync(Item(Ann, Newsletter, MarketingAddress.Email("ann at voorbeeld")), Item(Person(8), Newsletter, Bert));

        result.Should().Be(new ConsentImport(1, [new SkippedConsents(ImportObstacle.AddressUnreadable, 1)]));
    }

    [Fact]
    public async Task Addresses_are_not_recorded()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);

        await ImportAsync(Item(Ann, Newsletter, Address), Item(Person(8), Newsletter, Bert));

        var entries = (await Store.ReadLatestAsync(null, 100, Token)).Where(entry => entry.Stream.Kind != KeysInUse.Fold.Kind);
        entries.Should().HaveCount(3).And.AllSatisfy(entry =>
        {
            System.Text.Encoding.UTF8.GetString(entry.Facts.AsSpan()).Should().NotContain("voorbeeld");
            entry.Details.Should().BeNull();
            (entry.Stream.Subject.IsNone || !entry.Stream.Key.ToString().Any(char.IsAsciiDigit)).Should().BeTrue("no hash of an address stands beside a person");
        });
    }

    [Fact]
    public async Task A_page_of_a_list_asks_by_one_look_up()
    {
        await Suppression.AddAsync(Enumerable.Range(0, 100).Select(number => Mailbox(10 * number)).ToValueList(), SuppressionCause.Import, cancellationToken: Token);
        var rows = Enumerable.Range(0, 1_000).Select(number => Item(Person(number), Newsletter, Mailbox(number))).ToArray();
        var before = Store.LookUps;

        var result = await ImportAsync(rows);

        result.Should().Be(new ConsentImport(900, [new SkippedConsents(ImportObstacle.Suppressed, 100)]));
        (Store.LookUps - before).Should().BeLessThanOrEqualTo(3, "the list is asked once, and what is known of the people");
    }

    [Fact]
    public async Task Without_the_keys_nothing_is_taken_over_and_the_list_can_be_imported_again()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        var entries = (await Store.ReadLatestAsync(null, 100, Token)).Count;
        Keys.AreLost = true;

        await FluentActions.Awaiting(() => ImportAsync(Item(Ann, Newsletter, Address), Item(Person(8), Newsletter, Bert))).Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3180: *");

        (await Store.ReadLatestAsync(null, 100, Token)).Should().HaveCount(entries);
        (await ImportAsync(Item(Person(8), Newsletter))).Imported.Should().Be(1, "who has no address asks no list");
        Keys.AreLost = false;
        (await ImportAsync(Item(Ann, Newsletter, Address), Item(Person(9), Newsletter, Bert))).Should().Be(new ConsentImport(1, [new SkippedConsents(ImportObstacle.Suppressed, 1)]));
    }

    [Fact]
    public async Task A_list_with_addresses_is_refused_where_nothing_can_tell_who_is_suppressed()
    {
        var blind = new Consents(ConsentTest.Register, Streams, Store, Subjects, Clock);

        await FluentActions.Awaiting(async () => await blind.ImportAsync([Item(Ann, Newsletter, Address)], Source, null, Token)).Should().ThrowAsync<ConsentException>().WithMessage("GDPR1212: *");

        (await Store.ReadLatestAsync(null, 100, Token)).Should().BeEmpty();
    }

    private static SubjectId Person(int number) => SubjectId.Of(Customers, number);

    private static MarketingAddress Mailbox(int number) => MarketingAddress.Email($"person{number}@voorbeeld.example");

    private static ImportedConsent Item(SubjectId person, ConsentTopic topic, params MarketingAddress[] addresses) =>
        new() { Subject = person, Topic = topic, GivenAt = Start - Duration.FromDays(9), Addresses = addresses.ToValueList() };

    private async Task<ConsentImport> ImportAsync(params ImportedConsent[] list) => await Consents.ImportAsync(list, Source, null, Token);
}
