using CsCheck;
using NodaTime;

namespace GdprKit.Ledger;

public sealed class NameTests
{
    private static readonly Gen<StreamKey> Keys =
        Gen.Char["ABCXYZabcxyz019-._~:/"].Array[0, LedgerLimits.KeyLength].Select(letters => StreamKey.Parse(new string(letters)));

    [Theory]
    [InlineData("consent")]
    [InlineData("crm.call-back")]
    [InlineData("a1")]
    public void A_name_is_read_and_written_alike(string name)
    {
        StreamKind.Parse(name).ToString().Should().Be(name);
        StreamStatus.Parse(name).ToString().Should().Be(name);
        LeaseName.Parse(name).ToString().Should().Be(name);
        EntryType.Parse($"{name}/12").ToString().Should().Be($"{name}/12");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Consent")]
    [InlineData("1st")]
    [InlineData("consent.")]
    [InlineData("con..sent")]
    [InlineData("con_sent")]
    [InlineData("consent\n")]
    [InlineData("ann@example")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234x")]
    public void Anything_else_is_no_name(string text)
    {
        FluentActions.Invoking(() => StreamKind.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1102: *");
        FluentActions.Invoking(() => StreamStatus.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1104: *");
        FluentActions.Invoking(() => LeaseName.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1124: *");
        FluentActions.Invoking(() => EntryType.Parse($"{text}/1")).Should().Throw<FormatException>().WithMessage("GDPR1106: *");
    }

    [Theory]
    [InlineData("consent.given")]
    [InlineData("consent.given/")]
    [InlineData("consent.given/0")]
    [InlineData("consent.given/01")]
    [InlineData("consent.given/-1")]
    [InlineData("consent.given/10000")]
    [InlineData("consent.given/1/2")]
    public void A_type_has_a_version_from_1_to_9999(string text) =>
        FluentActions.Invoking(() => EntryType.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1106: *");

    [Fact]
    public void Types_are_ordered_by_name_then_by_version()
    {
        EntryType[] types = [EntryType.Parse("a/10"), EntryType.Parse("b/1"), EntryType.Parse("a/9")];

        types.Order().Select(type => type.ToString()).Should().Equal("a/9", "a/10", "b/1");
        (types[0] > types[2]).Should().BeTrue();
        types[0].Version.Should().Be(10);
        types[0].Name.Should().Be("a");
    }

    [Fact]
    public void A_status_is_the_name_of_a_member_in_lower_case_with_hyphens()
    {
        StreamStatus.Of(SubscriptionState.PausedByRequest).ToString().Should().Be("paused-by-request");
        FluentActions.Invoking(() => StreamStatus.Of((SubscriptionState)99)).Should().Throw<FormatException>().WithMessage("GDPR1104: *");
    }

    [Fact]
    public void A_key_is_made_of_what_identifies_nobody()
    {
        var id = EntryId.New(Instant.FromUtc(2026, 11, 26, 9, 30));

        (StreamKey.Of(ShopKeys.Newsletter) / StreamKey.Of(SubscriptionState.PausedByRequest)).ToString().Should().Be("newsletter/paused-by-request");
        StreamKey.Of(new LocalDate(2026, 11, 26)).ToString().Should().Be("2026-11-26");
        StreamKey.Of(Digest.Of("abc"u8)).ToString().Should().Be(Digest.Of("abc"u8).ToString());
        StreamKey.Of(id).ToString().Should().Be(id.ToString());
    }

    [Theory]
    [InlineData("ann@example.nl")]
    [InlineData("Ann Jansen")]
    [InlineData("ánn")]
    [InlineData("ann ")]
    public void What_looks_like_a_person_is_no_key_and_is_not_quoted(string text)
    {
        StreamKey.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => StreamKey.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1103: *").Which.Message.Should().NotContain(text);
    }

    [Fact]
    public void A_key_is_read_back_and_ordered_by_its_letters() => Gen.Select(Keys, Keys).Sample((left, right) =>
    {
        StreamKey.Parse(left.ToString()).Should().Be(left);
        Math.Sign(left.CompareTo(right)).Should().Be(Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())));
        (left == right).Should().Be(left.ToString() == right.ToString());
    });

    [Fact]
    public void A_key_of_129_characters_is_refused() =>
        FluentActions.Invoking(() => StreamKey.Parse(new string('a', 129))).Should().Throw<FormatException>().WithMessage("GDPR1103: *");

    [Fact]
    public void Streams_are_ordered_by_kind_then_by_subject_then_by_key()
    {
        var (low, high) = (SubjectRef.Parse(new string('1', 32)), SubjectRef.Parse(new string('f', 32)));
        StreamId[] streams =
        [
            new(StreamKind.Parse("b"), low, StreamKey.Empty),
            new(StreamKind.Parse("a"), high, StreamKey.Parse("B")),
            new(StreamKind.Parse("a"), high, StreamKey.Parse("a")),
            new(StreamKind.Parse("a"), low, StreamKey.Parse("z")),
            new(StreamKind.Parse("a"), SubjectRef.None, StreamKey.Parse("z")),
        ];

        streams.Order().Should().Equal(streams[4], streams[3], streams[1], streams[2], streams[0]);
    }

    [Fact]
    public void An_id_is_a_uuid_of_version_7_with_the_millisecond_it_was_made_in()
    {
        var now = Instant.FromUtc(2026, 11, 26, 9, 30) + Duration.FromMilliseconds(123);

        var id = EntryId.New(now);

        id.ToGuid().Version.Should().Be(7);
        Convert.ToInt64(id.ToString().Replace("-", "", StringComparison.Ordinal)[..12], 16).Should().Be(now.ToUnixTimeMilliseconds());
        EntryId.Parse(id.ToString()).Should().Be(id);
        EntryId.FromGuid(id.ToGuid()).Should().Be(id);
        EntryId.New(now).Should().NotBe(id);
        (EntryId.New(now + Duration.FromMilliseconds(1)) > id).Should().BeTrue();
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("0193a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a2b")]
    [InlineData("0193a1b2-c3d4-7e5f-ca6b-7c8d9e0f1a2b")]
    [InlineData("0193A1B2-c3d4-7e5f-8a6b-7c8d9e0f1a2b")]
    [InlineData("0193a1b2c3d47e5f8a6b7c8d9e0f1a2b")]
    public void Anything_else_is_no_id(string text)
    {
        EntryId.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => EntryId.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1105: *");
    }

    [Fact]
    public void A_uuid_of_another_version_is_no_id() =>
        FluentActions.Invoking(() => EntryId.FromGuid(Guid.NewGuid())).Should().Throw<ArgumentException>().WithMessage("GDPR1105: *");
}
