using NodaTime;

namespace GdprKit.Ledger;

public sealed class HeadFilterTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private static readonly StreamHead Head = new()
    {
        Stream = Subscription.StreamOf(SubjectRef.New()),
        Version = 1,
        RecordedAt = Start,
        FoldVersion = 2,
        Index = new(StreamStatus.Parse("running"), Start, Start + Duration.FromDays(1)),
        State = [],
    };

    private static readonly HeadFilter Kind = HeadFilter.Of(Head.Stream.Kind);

    [Fact]
    public void Every_condition_that_is_given_must_be_met()
    {
        var met = Kind with
        {
            Subject = Head.Stream.Subject,
            Key = Head.Stream.Key,
            Statuses = [StreamStatus.Parse("stopped"), StreamStatus.Parse("running")],
            DueBefore = Head.Index.Due + LedgerTime.Step,
            SinceBefore = Start + LedgerTime.Step,
            FoldedBelow = 3,
        };
        HeadFilter[] notMet =
        [
            HeadFilter.Of(StreamKind.Parse("other")),
            met with { Subject = SubjectRef.New() },
            met with { Subject = SubjectRef.None },
            met with { Key = StreamKey.Parse("Magazine") },
            met with { Statuses = [StreamStatus.Parse("stopped")] },
            met with { DueBefore = Head.Index.Due },
            met with { SinceBefore = Start },
            met with { FoldedBelow = 2 },
        ];

        met.Matches(Head).Should().BeTrue();
        HeadFilter.About(Head.Stream.Subject).Matches(Head).Should().BeTrue();
        notMet.Should().OnlyContain(filter => !filter.Matches(Head));
    }

    [Fact]
    public void What_is_never_due_is_not_due_before_anything() =>
        (Kind with { DueBefore = Instant.MaxValue }).Matches(Head with { Index = Head.Index with { Due = null } }).Should().BeFalse();

    [Fact]
    public void Heads_of_every_kind_and_everybody_are_never_asked_for()
    {
        FluentActions.Invoking(() => HeadFilter.Of(default)).Should().Throw<ArgumentException>().WithMessage("GDPR1123: *");
        FluentActions.Invoking(() => HeadFilter.About(SubjectRef.None)).Should().Throw<ArgumentException>().WithMessage("GDPR1123: *");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void A_page_has_1_to_1000_heads(int limit)
    {
        FluentActions.Invoking(() => new HeadQuery(Kind) { Limit = limit }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => StreamExpiry.Of(Head.Stream.Kind, [Head.Index.Status], Start) with { Limit = limit }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_full_page_has_a_next_one()
    {
        var query = new HeadQuery(Kind) { Limit = 1 };

        query.Next([Head]).Should().Be(query with { After = Head.Stream });
        query.Next([]).Should().BeNull();
    }

    [Fact]
    public void Nothing_expires_whatever_its_state() =>
        FluentActions.Invoking(() => StreamExpiry.Of(Head.Stream.Kind, [], Start)).Should().Throw<ArgumentException>().WithMessage("GDPR1125: *");
}
