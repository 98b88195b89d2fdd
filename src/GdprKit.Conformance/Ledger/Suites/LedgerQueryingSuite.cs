using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Finding and counting streams by what they have come to.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerQueryingSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerQueryingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>What a filter means is said by <see cref="HeadFilter.Matches"/>.</summary>
    [Fact]
    public async Task Finds_by_every_condition()
    {
        const string Sentence = "The heads are found that the filter matches, in the order of their streams.";
        var (heads, person) = await FillAsync();
        foreach (var filter in Filters(person))
        {
            var promised = heads.Where(filter.Matches).OrderBy(head => head.Stream).ToList();
            var found = await Store.QueryHeadsAsync(new HeadQuery(filter), Token);
            Promise.IsEqual(LedgerWords.Listed(promised.Select(LedgerWords.Of)), LedgerWords.Listed(found.Select(LedgerWords.Of)), Sentence, $"QueryHeadsAsync of {LedgerWords.Of(filter)}");
        }
    }

    /// <summary>A count is that of the heads that are found.</summary>
    [Fact]
    public async Task Counts_what_it_finds()
    {
        const string Sentence = "The heads that are found are counted by their state, ordered by state; a state that does not occur is left out.";
        var (heads, person) = await FillAsync();
        foreach (var filter in Filters(person))
        {
            var promised = heads.Where(filter.Matches).CountBy(head => head.Index.Status).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}");
            var counts = await Store.CountHeadsAsync(filter, Token);
            Promise.IsEqual(LedgerWords.Listed(promised), LedgerWords.Listed(counts.Select(count => $"{count.Status} {count.Count}")), Sentence, $"CountHeadsAsync of {LedgerWords.Of(filter)}");
        }
    }

    /// <summary>A list that somebody pages through is that of a ledger in use.</summary>
    [Fact]
    public async Task Paging_meets_every_head_once()
    {
        const string Sentence = "Page after page every head is met once that was there all the time, whatever is appended or goes meanwhile.";
        var keys = Enumerable.Range(0, 50).Select(number => $"k{number:00}").ToList();
        await AppendAsync([.. keys.Select(key => LedgerSamples.Append(Stream(key)))]);
        var going = Stream("k25");
        await AppendAsync(LedgerSamples.Append(going, 1, status: LedgerSamples.Closed));

        var met = new List<string>();
        for (var query = new HeadQuery(HeadFilter.Of(Kind)) { Limit = 13 }; query is not null;)
        {
            var page = await Store.QueryHeadsAsync(query, Token);
            Promise.Holds(page.Count <= query.Limit, Sentence, $"QueryHeadsAsync, at most {query.Limit}", "that many", $"{page.Count}");
            met.AddRange(page.Select(head => head.Stream.Key.ToString()));
            query = query.Next(page);

            // Streams begin before and behind the page, one that was met goes on, and the last one of the second page goes.
            await AppendAsync(LedgerSamples.Append(Stream($"a{met.Count}")), LedgerSamples.Append(Stream($"z{met.Count}")));
            await AppendAsync(LedgerSamples.Append(Stream("k00"), (await Store.FindHeadsAsync([Stream("k00")], Token))[0].Version));
            if (met[^1] == "k25")
            {
                await Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100)), Token);
            }

            if (met.Count > 500)
            {
                break;
            }
        }

        Promise.IsEqual(string.Join(' ', keys), string.Join(' ', met.Where(key => key[0] == 'k')), Sentence, "QueryHeadsAsync of 50 streams, page by page, while others are appended: those of the 50 that were met");
    }

    private async Task<(List<StreamHead> Heads, SubjectRef Person)> FillAsync()
    {
        var (person, other) = (SubjectRef.New(), SubjectRef.New());
        StreamStatus[] statuses = [LedgerSamples.Open, LedgerSamples.Closed, StreamStatus.Parse("open-again"), StreamStatus.Parse("open.long")];
        var heads = new List<StreamHead>();
        for (var number = 0; number < 60; number++)
        {
            var stream = new StreamId(Kind, (number % 3) switch { 0 => SubjectRef.None, 1 => person, _ => other }, StreamKey.Parse($"k{number / 6}"));
            heads.RemoveAll(head => head.Stream == stream);
            heads.Add(LedgerSamples.Head(
                stream,
                1,
                statuses[number % 4],
                due: number % 5 == 0 ? null : LedgerSamples.At(number),
                since: LedgerSamples.At(-number),
                fold: 1 + (number % 7)));
        }

        await AppendAsync([.. heads.Select(LedgerSamples.Whole)]);
        var elsewhere = LedgerSamples.Head(new StreamId(LedgerSamples.NewKind(), person, StreamKey.Parse("k1")), 1);
        await AppendAsync(LedgerSamples.Whole(elsewhere));
        return ([.. heads, elsewhere], person);
    }

    private IEnumerable<HeadFilter> Filters(SubjectRef person)
    {
        var all = HeadFilter.Of(Kind);
        return
        [
            all,
            HeadFilter.Of(LedgerSamples.NewKind()),
            HeadFilter.About(person),
            HeadFilter.About(SubjectRef.New()),
            HeadFilter.About(person) with { Key = StreamKey.Parse("k1") },
            all with { Subject = person },
            all with { Subject = SubjectRef.None },
            all with { Key = StreamKey.Parse("k3") },
            all with { Key = StreamKey.Parse("K3") },
            all with { Statuses = [LedgerSamples.Open] },
            all with { Statuses = [StreamStatus.Parse("open-again"), LedgerSamples.Closed] },
            all with { Statuses = [StreamStatus.Parse("unheard-of")] },
            all with { DueBefore = LedgerSamples.At(31) },
            all with { DueBefore = LedgerSamples.At(31) + LedgerTime.Step },
            all with { DueBefore = LedgerSamples.At(1) },
            all with { SinceBefore = LedgerSamples.At(-30) },
            all with { SinceBefore = LedgerSamples.At(-30) + LedgerTime.Step },
            all with { FoldedBelow = 4 },
            all with { FoldedBelow = 1 },
            all with { Subject = person, Statuses = [LedgerSamples.Open, LedgerSamples.Closed], DueBefore = LedgerSamples.At(50), SinceBefore = LedgerSamples.At(-4), FoldedBelow = 6 },
        ];
    }
}
