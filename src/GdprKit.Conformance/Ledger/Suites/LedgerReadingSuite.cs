using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Looking up what is there.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerReadingSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerReadingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Heads are found by their streams.</summary>
    [Fact]
    public async Task Finds_the_heads_that_exist()
    {
        const string Sentence = "The heads of the streams that exist are found, each once, and nothing else.";
        var person = SubjectRef.New();
        StreamId[] streams = [Stream("a"), Stream("b"), Stream("a", person), Stream("", person)];
        await AppendAsync([.. streams.Select(stream => LedgerSamples.Append(stream))]);

        var found = await Store.FindHeadsAsync([.. streams, Stream("missing"), Stream("b", person), streams[0]], Token);
        Promise.AreEqual(streams.Select(stream => LedgerWords.Of(LedgerSamples.Head(stream, 1))), found.Select(LedgerWords.Of), Sentence, "FindHeadsAsync of four streams that exist, one of them twice, and two that do not");
        Promise.AreEqual(
            [LedgerWords.Of(LedgerSamples.Head(streams[2], 1))],
            (await Store.FindHeadsAsync([streams[2], Stream("missing", person)], Token)).Select(LedgerWords.Of),
            Sentence,
            "FindHeadsAsync of two streams of a person who has another one too");
        Promise.IsEqual(0, (await Store.FindHeadsAsync([], Token)).Count, Sentence, "FindHeadsAsync of no stream: how many");

        var many = Enumerable.Range(0, LedgerLimits.ItemsAtOnce - 1).Select(number => Stream($"none-{number}")).Prepend(streams[2]).ToValueList();
        Promise.AreEqual([LedgerWords.Of(LedgerSamples.Head(streams[2], 1))], (await Store.FindHeadsAsync(many, Token)).Select(LedgerWords.Of), Sentence, $"FindHeadsAsync of {many.Count} streams of which one exists");
    }

    /// <summary>Entries come in the order of their versions, from where one asks.</summary>
    [Fact]
    public async Task Reads_a_stream_in_order()
    {
        const string Sentence = "The entries of a stream are read in the order of their versions, after the version asked for.";
        var entries = Enumerable.Range(1, 12).Select(version => LedgerSamples.Entry(Stream(), version, note: $"note {version}")).ToList();
        await AppendAsync(LedgerSamples.Append(Stream("other"), entries: 3));
        foreach (var part in entries.Chunk(5))
        {
            await AppendAsync(new StreamAppend(part[0].Version - 1, [.. part], LedgerSamples.Head(Stream(), part[^1].Version)));
        }

        foreach (var after in new[] { 0, 1, 5, 11, 12, 13 })
        {
            var read = await Store.ReadStreamAsync(Stream(), after, Token).ToListAsync(Token);
            Promise.IsEqual(LedgerWords.Of(entries.Skip(after)), LedgerWords.Of(read), Sentence, $"ReadStreamAsync of 12 entries after version {after}");
        }

        Promise.IsEqual("nothing", LedgerWords.Of(await Store.ReadStreamAsync(Stream("missing"), 0, Token).ToListAsync(Token)), Sentence, "ReadStreamAsync of a stream that does not exist");
    }

    /// <summary>Who has found what was looked for looks no further, and goes on with something else.</summary>
    [Fact]
    public async Task Who_stops_reading_half_way_leaves_nothing_open()
    {
        const string Sentence = "Who stops reading a stream half-way can go on at once, with whatever else.";
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 500));
        for (var version = 500L; version < 505; version++)
        {
            await foreach (var entry in Store.ReadStreamAsync(Stream(), 0, Token))
            {
                if (entry.Version == 3)
                {
                    break;
                }
            }

            await ExpectAppendedAsync(Sentence, "AppendAsync to a stream of 500 entries of which 3 were read", LedgerSamples.Append(Stream(), version));
        }

        Promise.IsEqual(505, await Store.ReadStreamAsync(Stream(), 0, Token).CountAsync(Token), Sentence, "ReadStreamAsync of all of it: the number of entries");
    }

    /// <summary>Content is known by its digest.</summary>
    [Fact]
    public async Task Finds_content_by_its_digest()
    {
        const string Sentence = "Content is found by its digest, and by no other.";
        var large = new byte[LedgerLimits.ContentBytes];
        new Random(1).NextBytes(large);
        LedgerContent[] contents = [LedgerContent.Of("abc"u8), LedgerContent.Of([0, 1, 0]), LedgerContent.Of(large)];
        await Store.AppendAsync(AppendBatch.Of([LedgerSamples.Append(LedgerSamples.Entry(Stream(), 1, content: contents))], contents), Token);

        foreach (var content in contents)
        {
            Promise.IsEqual(content, await Store.ReadContentAsync(content.Digest, Token), Sentence, $"ReadContentAsync of {content.Bytes.Count} bytes");
        }

        Promise.IsEqual(null, await Store.ReadContentAsync(Digest.Of("abd"u8), Token), Sentence, "ReadContentAsync of a digest of other bytes");
        Promise.IsEqual(null, await Store.ReadContentAsync(default, Token), Sentence, "ReadContentAsync of the digest of nothing");
    }

    /// <summary>No question is so large that its answer fills the memory.</summary>
    [Fact]
    public async Task Refuses_to_be_asked_for_too_much()
    {
        const string Sentence = "Who asks for less than one or for more than the limits of the ledger is refused, and not answered in part.";
        var streams = Enumerable.Repeat(Stream(), LedgerLimits.ItemsAtOnce + 1).ToValueList();
        var ids = Enumerable.Repeat(EntryId.New(LedgerSamples.Start), LedgerLimits.ItemsAtOnce + 1).ToValueList();
        (string Asked, Func<Task> AskAsync)[] questions =
        [
            ("ReadLatestAsync, at most 0", async () => await Store.ReadLatestAsync(null, 0, Token)),
            ("ReadLatestAsync, at most 1,001", async () => await Store.ReadLatestAsync(null, LedgerLimits.HeadsPerPage + 1, Token)),
            ("FindHeadsAsync of 10,001 streams", async () => await Store.FindHeadsAsync(streams, Token)),
            ("FindHashesAsync of 10,001 ids", async () => await Store.FindHashesAsync(ids, Token)),
        ];
        foreach (var (asked, askAsync) in questions)
        {
            var refusal = await Record.ExceptionAsync(askAsync);
            Promise.Holds(refusal is ArgumentOutOfRangeException, Sentence, asked, "an ArgumentOutOfRangeException", refusal?.GetType().Name ?? "an answer");
        }
    }

    /// <summary>What happened last is seen first.</summary>
    [Fact]
    public async Task Reads_the_latest_entries_first()
    {
        const string Sentence = "The entries with the highest ids come first, page by page; expired ones are left out.";
        // Later than whatever else is in this ledger.
        var ids = Enumerable.Range(0, 6).Select(second => EntryId.New(LedgerSamples.Start + NodaTime.Duration.FromDays(1_000) + NodaTime.Duration.FromSeconds(second))).ToList();
        var one = LedgerSamples.Append(Stream("one"), entries: 3, note: "one");
        var two = LedgerSamples.Append(Stream("two"), entries: 3, status: LedgerSamples.Closed);
        one = one with { Entries = one.Entries.Select((entry, index) => entry with { Id = ids[2 * index] }).ToValueList() };
        two = two with { Entries = two.Entries.Select((entry, index) => entry with { Id = ids[(2 * index) + 1] }).ToValueList() };
        await AppendAsync(one, two);
        var latest = one.Entries.Concat(two.Entries).OrderByDescending(entry => entry.Id).ToList();

        Promise.IsEqual(LedgerWords.Of(latest.Take(4)), LedgerWords.Of(await Store.ReadLatestAsync(null, 4, Token)), Sentence, "ReadLatestAsync, at most 4");
        Promise.IsEqual(LedgerWords.Of(latest.Skip(4)), LedgerWords.Of(await Store.ReadLatestAsync(ids[2], 2, Token)), Sentence, "ReadLatestAsync before the id of the fourth, at most 2");
        await Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100)), Token);
        Promise.IsEqual(
            LedgerWords.Of(one.Entries.Reverse()), LedgerWords.Of(await Store.ReadLatestAsync(null, 3, Token)), Sentence, "ReadLatestAsync, at most 3, after the stream of every other entry expired");
    }
}
