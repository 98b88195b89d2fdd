using NodaTime;

namespace GdprKit.Ledger;

public sealed class AppendBatchTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private static readonly StreamId Stream = Subscription.StreamOf(SubjectRef.New());

    public static TheoryData<string> Contradictions => [.. Incoherent().Keys];

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_batch_that_contradicts_itself_reaches_no_store(string contradiction) =>
        FluentActions.Invoking(() => AppendBatch.Of(Incoherent()[contradiction])).Should().Throw<ArgumentException>().WithMessage("GDPR1120: *").Which.Message
            .Should().NotContain(Stream.Subject.ToString()).And.NotContain("magazine");

    [Fact]
    public void Streams_and_content_stand_in_one_order_whoever_made_the_batch()
    {
        StreamAppend[] streams = [.. Enumerable.Range(0, 20).Select(_ => Append(Subscription.StreamOf(SubjectRef.New())))];
        var (first, second) = (LedgerContent.Of("abc"u8), LedgerContent.Of("abd"u8));

        var batch = AppendBatch.Of(streams, [second, first, second]);

        batch.Streams.Select(append => append.Stream).Should().BeInAscendingOrder();
        batch.Content.Should().HaveCount(2);
        AppendBatch.Of(streams.Reverse(), [first, second]).Should().Be(batch);
    }

    [Fact]
    public void A_head_can_be_written_anew_without_an_entry() =>
        FluentActions.Invoking(() => AppendBatch.Of([Append() with { ExpectedVersion = 1, Entries = [] }])).Should().NotThrow();

    [Fact]
    public void A_head_can_come_before_the_first_entry() =>
        FluentActions.Invoking(() => AppendBatch.Of([new(StreamAppend.Absent, [], Append().Head with { Version = 0 })])).Should().NotThrow();

    [Theory]
    [InlineData(StreamAppend.Absent, null, true)]
    [InlineData(StreamAppend.Absent, 0, false)]
    [InlineData(StreamAppend.Absent, 1, false)]
    [InlineData(0, null, true)]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, null, false)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    public void A_stream_fits_when_it_has_the_expected_version(long expected, int? standing, bool fits)
    {
        var append = Append();

        (append with { ExpectedVersion = expected }).Fits(standing is { } version ? append.Head with { Version = version } : null).Should().Be(fits);
    }

    private static Dictionary<string, IEnumerable<StreamAppend>> Incoherent()
    {
        var good = Append();
        var (entry, head) = (good.Entries[0], good.Head);
        var second = EntrySealing.Seal(Subscription.Stop(), Stream, 2, Start + LedgerTime.Step);
        return new()
        {
            ["no stream"] = [],
            ["too many streams"] = Enumerable.Range(0, LedgerLimits.ItemsAtOnce + 1).Select(number => Append(Subscription.StreamOf(SubjectRef.None, $"{number}"))),
            ["a stream twice"] = [good, good],
            ["a gap"] = [good with { ExpectedVersion = 1 }],
            ["a version that cannot be"] = [good with { ExpectedVersion = -2 }],
            ["no status"] = [good with { Head = head with { Index = new(default, Start) } }],
            ["no id"] = [good with { Entries = [entry with { Id = default }] }],
            ["one id twice"] = [good, Other(entry.Id)],
            ["no type"] = [good with { Entries = [entry with { Type = default }] }],
            ["an entry of another stream"] = [good with { Entries = [entry with { Stream = Subscription.StreamOf(SubjectRef.New()) }] }],
            ["half a microsecond"] = [good with { Entries = [entry with { RecordedAt = Start.PlusTicks(5) }], Head = head with { RecordedAt = Start.PlusTicks(5) } }],
            ["half a microsecond in the head"] = [good with { Head = head with { Index = head.Index with { Due = Start.PlusTicks(5) } } }],
            ["two at one instant"] = [new(0, [entry, second with { RecordedAt = Start }], head with { Version = 2 })],
            ["a head of another version"] = [good with { Head = head with { Version = 2 } }],
            ["a head of another instant"] = [good with { Head = head with { RecordedAt = Start + LedgerTime.Step } }],
        };
    }

    private static StreamAppend Other(EntryId id)
    {
        var other = Append(Subscription.StreamOf(SubjectRef.New()));
        return other with { Entries = [other.Entries[0] with { Id = id }] };
    }

    private static StreamAppend Append(StreamId? stream = null)
    {
        var entry = EntrySealing.Seal(Subscription.Start(), stream ?? Stream, 1, Start);
        return new StreamAppend(0, [entry], Subscription.Fold.HeadOf(Subscription.Fold.Apply(Subscription.Fold.Empty, entry), entry));
    }
}
