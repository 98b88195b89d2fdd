using System.Text;
using System.Text.Json.Serialization;
using CsCheck;
using NodaTime;

namespace GdprKit.Ledger;

public sealed partial class FactsTests
{
    private static readonly Gen<Instant> Instants = Gen.Long[-30_000_000_000_000_000, 200_000_000_000_000_000].Select(LedgerTime.FromMicroseconds);

    private static readonly Gen<LocalDate> Days = Gen.Int[-100_000, 2_000_000].Select(day => LocalDate.FromDateTime(DateTime.UnixEpoch).PlusDays(day));

    private static readonly Gen<SubscriptionStarted> Facts = Gen.Select(
        Gen.Enum<SubscriptionState>(),
        Days.Nullable(),
        Instants.Nullable(),
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 40], (years, days) => Period.FromYears(years) + Period.FromDays(days)).Null(),
        Gen.Long[-(1L << 53) + 1, (1L << 53) - 1],
        Gen.Select(Days, Gen.Int, (day, pages) => new SubscriptionIssue(day, pages)).Array[0, 3],
        (state, until, asked, notice, copies, issues) => new SubscriptionStarted
        {
            Activity = ShopKeys.Newsletter,
            State = state,
            Until = until,
            Asked = asked,
            Notice = notice,
            Copies = copies,
            IsGift = copies % 2 == 0,
            Wording = asked is null ? null : Digest.Of(BitConverter.GetBytes(copies)),
            Language = until is null ? null : Language.Dutch,
            Payer = SubjectRef.New(),
            Order = EntryId.New(Instant.FromUtc(2026, 11, 26, 9, 30)),
            Categories = until is null ? [] : [ShopKeys.EmailAddress, ShopKeys.Name],
            Issues = issues.ToValueList(),
        });

    [Fact]
    public void Facts_are_read_back_as_they_were_and_written_in_one_way() => Facts.Sample(facts =>
    {
        var draft = Subscription.Started.Draft(facts);

        Subscription.Started.Read(Sealed(draft)).Facts.Should().Be(facts);
        Content.CanonicalJson.Canonicalize(draft.Facts.AsSpan()).Should().Equal(draft.Facts);
    });

    [Fact]
    public void Facts_are_written_with_names_and_texts_that_a_person_can_read() =>
        Encoding.UTF8.GetString([.. Subscription.Started.Draft(new()
        {
            Activity = ShopKeys.Newsletter,
            State = SubscriptionState.PausedByRequest,
            Until = new LocalDate(2027, 1, 31),
            Asked = LedgerTime.FromMicroseconds(1_795_685_400_123_456),
            Notice = Period.FromMonths(1),
            Issues = [new(new LocalDate(2026, 12, 1), 48)],
        }).Facts]).Should().Be(
            """
            {"activity":"newsletter","asked":"2026-11-26T09:30:00.123456Z","categories":[],"copies":0,"isGift":false,
            "issues":[{"day":"2026-12-01","pages":48}],"notice":"P1M","state":"PausedByRequest","until":"2027-01-31"}
            """.ReplaceLineEndings(""));

    [Fact]
    public void Facts_of_more_than_64_KiB_are_refused() =>
        FluentActions.Invoking(() => Subscription.Started.Draft(new()
        {
            Activity = ShopKeys.Newsletter,
            State = SubscriptionState.Running,
            Issues = Enumerable.Repeat(new SubscriptionIssue(new LocalDate(2026, 12, 1), 48), 3_000).ToValueList(),
        })).Should().Throw<LedgerException>().WithMessage("GDPR1111: *");

    [Fact]
    public void A_type_of_facts_that_can_hold_a_text_is_refused_and_every_such_member_named() =>
        FluentActions.Invoking(() => new EntryType<OpenFacts>("test.open/1", OpenJson.Default.OpenFacts)).Should().Throw<ArgumentException>().Which.Message.Should()
            .StartWith("GDPR1110: ")
            .And.Contain("OpenFacts.Name is String")
            .And.Contain("OpenFacts.Key is Guid")
            .And.Contain("OpenFacts.Amount is Decimal")
            .And.Contain("OpenFacts.Texts is Dictionary`2")
            .And.Contain("OpenFacts.Nested[].Text is String")
            .And.Contain("OpenFacts.State is written as a number")
            .And.NotContain("OpenFacts.Day");

    [Fact]
    public void A_type_of_facts_that_ignores_what_it_does_not_know_is_refused() =>
        FluentActions.Invoking(() => new EntryType<SubscriptionStopped>("test.stopped/1", OpenJson.Default.SubscriptionStopped)).Should().Throw<ArgumentException>()
            .WithMessage("GDPR1110: *SubscriptionStopped ignores members that it does not know*");

    [Fact]
    public void Facts_of_another_shape_are_not_read()
    {
        var entry = Sealed(Subscription.Stop());

        FluentActions.Invoking(() => Subscription.Started.Read(entry)).Should().Throw<ArgumentException>().WithMessage("GDPR1126: *");
        FluentActions.Invoking(() => Subscription.Stopped.Read(entry with { Facts = [.. "{\"isByPerson\":true,\"reason\":\"moved\"}"u8] }))
            .Should().Throw<LedgerException>().WithMessage("GDPR3105: *").Which.ToString().Should().NotContain("reason");
    }

    [Theory]
    [InlineData("ann.jansen@example.nl")]
    [InlineData("123456782")]
    [InlineData("0193a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a2b")]
    [InlineData("Ann Jansen")]
    public void Facts_that_hold_the_key_of_the_person_are_refused_without_quoting_it(string key)
    {
        var about = SubjectId.Of(ShopKeys.Customers, key);
        ValueList<byte> facts = [.. Encoding.UTF8.GetBytes($$"""{"order":"x-{{key}}"}""")];

        FluentActions.Invoking(() => FactsGuard.Check(facts, about)).Should().Throw<LedgerException>().WithMessage("GDPR1112: *").Which.ToString().Should().NotContain(key);
        FluentActions.Invoking(() => FactsGuard.Check(facts, null)).Should().NotThrow("nobody said whom they are about");
    }

    [Fact]
    public void A_number_that_is_the_key_of_the_person_is_refused() =>
        FluentActions.Invoking(() => FactsGuard.Check([.. "{\"number\":123456782}"u8], SubjectId.Of(ShopKeys.Customers, 123456782))).Should().Throw<LedgerException>().WithMessage("GDPR1112: *");

    /// <summary>A person who is called like an activity or has the number of a count can still withdraw a consent.</summary>
    [Theory]
    [InlineData("newsletter")]
    [InlineData("2026")]
    [InlineData("42")]
    public void A_key_that_says_nothing_is_not_taken_for_a_person(string key) =>
        FluentActions.Invoking(() => FactsGuard.Check([.. "{\"activity\":\"newsletter\",\"copies\":42,\"until\":\"2026-11-26\"}"u8], SubjectId.Of(ShopKeys.Customers, key))).Should().NotThrow();

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("0.5")]
    [InlineData("1e300")]
    public void A_number_that_JSON_cannot_hold_exactly_is_refused(string number) =>
        FluentActions.Invoking(() => FactsGuard.Check([.. Encoding.UTF8.GetBytes($"{{\"n\":{number}}}")], null)).Should().Throw<LedgerException>().WithMessage("GDPR1113: *");

    /// <summary>From 2^53 on neighbours are written alike, so the canonical form no longer shows what was meant.</summary>
    [Theory]
    [InlineData(9_007_199_254_740_992)]
    [InlineData(9_007_199_254_740_993)]
    [InlineData(-9_007_199_254_740_993)]
    [InlineData(long.MaxValue)]
    public void A_number_that_canonical_JSON_would_change_is_refused_and_not_changed(long copies) =>
        FluentActions.Invoking(() => Subscription.Start(copies)).Should().Throw<LedgerException>().WithMessage("GDPR1113: *");

    [Theory]
    [InlineData(9_007_199_254_740_991)]
    [InlineData(-9_007_199_254_740_991)]
    public void The_largest_exact_number_is_read_back_as_it_was(long copies) =>
        Subscription.Started.Read(Sealed(Subscription.Start(copies))).Facts.Copies.Should().Be(copies);

    [Fact]
    public void A_state_with_a_number_that_canonical_JSON_would_change_is_refused() =>
        FluentActions.Invoking(() => Subscription.Fold.HeadOf(new Subscription { Copies = (1L << 53) + 1 }, Sealed(Subscription.Start())))
            .Should().Throw<LedgerException>().WithMessage("GDPR1113: *");

    [Fact]
    public void A_type_of_facts_that_can_hold_the_key_of_a_stream_is_refused() =>
        FluentActions.Invoking(() => new EntryType<KeyedFacts>("test.keyed/1", OpenJson.Default.KeyedFacts)).Should().Throw<ArgumentException>()
            .WithMessage("GDPR1110: *KeyedFacts.Of is StreamKey*", "such a key can be the name of a person");

    private static LedgerEntry Sealed(EntryDraft draft) =>
        EntrySealing.Seal(draft, Subscription.StreamOf(SubjectRef.New()), 1, Instant.FromUtc(2026, 11, 26, 9, 30));

    internal sealed record OpenFacts(
        string Name, Guid Key, decimal Amount, Dictionary<string, string> Texts, ValueList<OpenPart> Nested, SubscriptionState State, LocalDate Day);

    internal sealed record OpenPart(string Text);

    internal sealed record KeyedFacts(StreamKey Of);

    [JsonSourceGenerationOptions(Converters = [typeof(LocalDateJsonConverter), typeof(ValueListJsonConverter<OpenPart>), typeof(TextJsonConverter<StreamKey>)])]
    [JsonSerializable(typeof(OpenFacts))]
    [JsonSerializable(typeof(OpenPart))]
    [JsonSerializable(typeof(KeyedFacts))]
    [JsonSerializable(typeof(SubscriptionStopped))]
    internal sealed partial class OpenJson : JsonSerializerContext;
}
