using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Keys, instants and entries that a database could take for others.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerFidelitySuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerFidelitySuite(TFixture fixture)
        : base(fixture)
    {
    }

    // In the order of their characters, which is the order of no language.
    private static readonly string[] Keys = ["", "-a", "A", "A-B", "AB", "Z", "a", "a-b", "a.b", "a/b", "a0", "a1", "a10", "a2", "a_b", "ab", "aa", "b", "z", "~"];

    // Bytes have no sign, and a ref is not the number that some databases make of it.
    private static readonly SubjectRef[] Refs =
    [
        SubjectRef.Parse("00000000000000000000000000000001"),
        SubjectRef.Parse("000000ff000000000000000000000000"),
        SubjectRef.Parse("7fffffffffffffffffffffffffffffff"),
        SubjectRef.Parse("80000000000000000000000000000000"),
        SubjectRef.Parse("ff000000000000000000000000000000"),
    ];

    /// <summary>A key is compared letter by letter, whatever the collation of the database.</summary>
    [Fact]
    public async Task Compares_streams_ordinally()
    {
        const string Sentence = "Keys are equal when every letter is, and are ordered by their letters.";
        var ordered = Keys.Order(StringComparer.Ordinal).ToList();
        foreach (var key in Keys)
        {
            await ExpectAppendedAsync(Sentence, $"AppendAsync to a new stream '{key}'", LedgerSamples.Append(Stream(key)));
        }

        foreach (var key in Keys)
        {
            var found = await Store.FindHeadsAsync([Stream(key)], Token);
            Promise.AreEqual([$"'{key}'"], found.Select(head => LedgerWords.Of(head.Stream)), Sentence, $"FindHeadsAsync of '{key}'");
            var queried = await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(Kind) with { Key = StreamKey.Parse(key) }), Token);
            Promise.AreEqual([$"'{key}'"], queried.Select(head => LedgerWords.Of(head.Stream)), Sentence, $"QueryHeadsAsync with the key '{key}'");
            var next = ordered.SkipWhile(each => each != key).Skip(1).ToList();
            var page = await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(Kind)) { After = Stream(key) }, Token);
            Promise.IsEqual(string.Join(' ', next), string.Join(' ', page.Select(head => head.Stream.Key)), Sentence, $"QueryHeadsAsync after '{key}'");
        }

        foreach (var subject in Enumerable.Reverse(Refs))
        {
            await AppendAsync(LedgerSamples.Append(Stream("of-people", subject)));
        }

        var people = await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(Kind) with { Key = StreamKey.Parse("of-people") }), Token);
        Promise.IsEqual(string.Join(' ', Refs), string.Join(' ', people.Select(head => head.Stream.Subject)), Sentence, "QueryHeadsAsync of streams about five people");
    }

    /// <summary>An instant is neither rounded nor moved to another zone.</summary>
    [Fact]
    public async Task Keeps_instants_to_the_microsecond()
    {
        const string Sentence = "Instants come back to the microsecond, from the year 1 to 9999.";
        NodaTime.Instant[] instants =
        [
            NodaTime.Instant.FromUtc(1, 1, 1, 0, 0) + LedgerTime.Step,
            NodaTime.Instant.FromUtc(1969, 12, 31, 23, 59) + NodaTime.Duration.FromSeconds(60) - LedgerTime.Step,
            LedgerSamples.Start + LedgerTime.Step,
            NodaTime.Instant.FromUtc(2026, 10, 25, 0, 30),
            NodaTime.Instant.FromUtc(2026, 10, 25, 1, 30),
            NodaTime.Instant.FromUtc(9999, 12, 31, 23, 59, 59) + NodaTime.Duration.FromTicks(9_999_990),
        ];
        foreach (var (instant, number) in instants.Select((instant, number) => (instant, number)))
        {
            var stream = Stream($"at-{number}");
            var entry = LedgerSamples.Entry(stream, 1) with { RecordedAt = instant };
            var head = LedgerSamples.Head(stream, 1, since: instant, due: instant) with { RecordedAt = instant };
            await ExpectAppendedAsync(Sentence, $"AppendAsync of an entry of {LedgerWords.Of(instant)}", new StreamAppend(0, [entry], head));
            await ExpectStreamAsync(stream, [entry], head, Sentence, $"an entry of {LedgerWords.Of(instant)}");
        }

        var lease = LeaseRequest.Take(LedgerSamples.NewLease(), Guid.NewGuid(), LedgerSamples.Start, LedgerTime.Step);
        Promise.IsEqual(LedgerWords.Of(lease.Apply(null)), LedgerWords.Of(await Store.LeaseAsync(lease, Token)), Sentence, "LeaseAsync for a microsecond");
    }

    /// <summary>A newer program writes what this one cannot read; the store keeps it for both.</summary>
    [Fact]
    public async Task Keeps_what_it_does_not_know()
    {
        const string Sentence = "A store looks into no facts and no state: those of a newer program come back as they were.";
        var entries = new[] { LedgerSamples.Entry(Stream(), 1), LedgerSamples.Newer(Stream(), 2) };
        var head = LedgerSamples.Head(Stream(), 2, StreamStatus.Parse("conformance.newer-word"), fold: int.MaxValue) with { State = [0, 1, 254, 255] };
        await ExpectAppendedAsync(Sentence, "AppendAsync of an entry and a head of a newer program", new StreamAppend(0, [.. entries], head));
        await ExpectStreamAsync(Stream(), [.. entries], head, Sentence, "an append by a newer program");
        Promise.AreEqual(
            ["conformance.newer-word 1"], (await Store.CountHeadsAsync(HeadFilter.Of(Kind), Token)).Select(count => $"{count.Status} {count.Count}"), Sentence, "CountHeadsAsync");
    }

    /// <summary>A test with a clock of its own, an import and a machine with a wrong clock get the same answers.</summary>
    [Theory]
    [InlineData(1971)]
    [InlineData(9000)]
    public async Task Looks_at_no_clock(int year)
    {
        const string Sentence = "Time is what is asked with, whatever the clock of the machine says.";
        var (start, minute) = (NodaTime.Instant.FromUtc(year, 1, 1, 0, 0), NodaTime.Duration.FromMinutes(1));
        var name = LedgerSamples.NewLease();
        Promise.Holds(await TakeAsync(start) is not null, Sentence, $"LeaseAsync in {year}, for a minute", "the lease", "nothing");
        Promise.Holds(await TakeAsync(start + minute - LedgerTime.Step) is null, Sentence, $"LeaseAsync by another in {year}, a microsecond before it expires", "nothing", "the lease");
        Promise.Holds(await TakeAsync(start + minute) is not null, Sentence, $"LeaseAsync by another in {year}, when it expires", "the lease", "nothing");

        await AppendAsync(LedgerSamples.Whole(LedgerSamples.Head(Stream($"{year}"), 1, LedgerSamples.Closed, since: start)));
        Promise.IsEqual(0, await ExpireAsync(start), Sentence, $"ExpireAsync of what ended before {year}, when something ended as {year} began: the number");
        Promise.IsEqual(1, await ExpireAsync(start + LedgerTime.Step), Sentence, "ExpireAsync, a microsecond later: the number");

        ValueTask<Lease?> TakeAsync(NodaTime.Instant now) => Store.LeaseAsync(LeaseRequest.Take(name, Guid.NewGuid(), now, minute), Token);

        ValueTask<long> ExpireAsync(NodaTime.Instant before) => Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], before), Token);
    }
}
