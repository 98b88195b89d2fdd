using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What is written when, and what is not.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerAppendingSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerAppendingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Of a batch that is refused nothing is left, neither in the streams that fitted nor in content.</summary>
    [Fact]
    public async Task A_batch_is_written_whole_or_not_at_all()
    {
        const string Sentence = "When a batch is refused, no part of it is written.";
        var known = LedgerSamples.Append(Stream("known"));
        await ExpectAppendedAsync(Sentence, "AppendAsync of a new stream", known);
        var content = LedgerContent.Of(Guid.NewGuid().ToByteArray());
        var stale = AppendBatch.Of([LedgerSamples.Append(Stream("a")), LedgerSamples.Append(Stream("known")), LedgerSamples.Append(Stream("z"))], [content]);
        await ExpectAsync(new AppendResult.Conflict([Stream("known")]), stale, Sentence, "AppendAsync to three streams of which one is stale");
        var taken = LedgerSamples.Entry(Stream("z"), 1) with { Id = known.Entries[0].Id };
        await ExpectIdTakenAsync(AppendBatch.Of([LedgerSamples.Append(Stream("a")), LedgerSamples.Append(taken)], [content]), Sentence, "AppendAsync to two streams, with an id that is taken");

        await ExpectStreamAsync(Stream("a"), [], null, Sentence, "both refusals");
        await ExpectStreamAsync(Stream("z"), [], null, Sentence, "both refusals");
        await ExpectStreamAsync(Stream("known"), known.Entries, known.Head, Sentence, "both refusals");
        Promise.IsEqual(null, await Store.ReadContentAsync(content.Digest, Token), Sentence, "ReadContentAsync of content that came with both refusals");

        var written = AppendBatch.Of([LedgerSamples.Append(Stream("a"), entries: 2), LedgerSamples.Append(Stream("known"), 1)]);
        await ExpectAsync(new AppendResult.Appended(), written, Sentence, "AppendAsync to two streams that both fit");
        await ExpectStreamAsync(Stream("a"), written.Streams[0].Entries, written.Streams[0].Head, Sentence, "an append to two streams");
        await ExpectStreamAsync(Stream("known"), [known.Entries[0], written.Streams[1].Entries[0]], written.Streams[1].Head, Sentence, "an append to two streams");
    }

    /// <summary>A store keeps every part of an entry, its details, its content and the head.</summary>
    [Fact]
    public async Task What_was_appended_is_read_back()
    {
        const string Sentence = "Entries, details, content and heads are read back as they were.";
        var (text, empty) = (LedgerContent.Of("<p>é€😀</p>"u8), LedgerContent.Of([]));
        var stream = Stream("all-that-fits", SubjectRef.New());
        var entries = new[]
        {
            LedgerSamples.Entry(stream, 1, long.MaxValue >> 10, "a note: é€😀 \"quoted\" \\ \u0001", text, empty, text),
            LedgerSamples.Entry(stream, 2, -1),
            LedgerSamples.Entry(stream, 3, note: new string('n', 60_000)),
        };
        var head = LedgerSamples.Head(stream, 3, LedgerSamples.Closed, LedgerSamples.At(99));
        await ExpectAsync(new AppendResult.Appended(), AppendBatch.Of([new StreamAppend(0, [.. entries], head)], [text, empty]), Sentence, "AppendAsync of three entries with details and content");

        await ExpectStreamAsync(stream, [.. entries], head, Sentence, "an append");
        Promise.IsEqual(text, await Store.ReadContentAsync(text.Digest, Token), Sentence, "ReadContentAsync of a text");
        Promise.IsEqual(empty, await Store.ReadContentAsync(empty.Digest, Token), Sentence, "ReadContentAsync of no bytes");
        await foreach (var entry in Store.ReadStreamAsync(stream, 0, Token))
        {
            Promise.Holds(entry.IsIntact, Sentence, $"IsIntact of version {entry.Version}", "true", "false");
        }
    }

    /// <summary>Who expects another version than there is has decided on something else.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(StreamAppend.Absent)]
    public async Task A_stale_version_writes_nothing(long expected)
    {
        const string Sentence = "An append that expects another version than the stream has is a conflict, and writes nothing.";
        var stream = Stream($"expects-{expected}");
        var standing = LedgerSamples.Append(stream, entries: 2);
        await ExpectAppendedAsync(Sentence, "AppendAsync of two entries to a new stream", standing);
        var stale = expected < 0 ? new StreamAppend(expected, [], LedgerSamples.Head(stream, 0)) : LedgerSamples.Append(stream, expected);

        await ExpectAsync(new AppendResult.Conflict([stream]), AppendBatch.Of([stale]), Sentence, $"AppendAsync that expects version {expected} of a stream with version 2");

        await ExpectStreamAsync(stream, standing.Entries, standing.Head, Sentence, "the conflict");
        var missing = Stream($"missing-{expected}");
        if (expected > 0)
        {
            await ExpectAsync(new AppendResult.Conflict([missing]), AppendBatch.Of([LedgerSamples.Append(missing, expected)]), Sentence, $"AppendAsync that expects version {expected} of a stream that does not exist");
            await ExpectStreamAsync(missing, [], null, Sentence, "the conflict");
        }
    }

    /// <summary>Who imports leaves out what was there already, and need not try stream by stream.</summary>
    [Fact]
    public async Task Names_every_stale_stream()
    {
        const string Sentence = "A conflict names all streams that have another version than expected, in their order, and no other.";
        await AppendAsync(LedgerSamples.Append(Stream("b")), LedgerSamples.Append(Stream("d"), entries: 3), LedgerSamples.Append(Stream("f")));

        await ExpectAsync(
            new AppendResult.Conflict([Stream("b"), Stream("c"), Stream("d")]),
            AppendBatch.Of(
            [
                LedgerSamples.Append(Stream("f"), 1),
                LedgerSamples.Append(Stream("d"), 2),
                LedgerSamples.Append(Stream("c"), 7),
                LedgerSamples.Append(Stream("b")),
                LedgerSamples.Append(Stream("a")),
            ]),
            Sentence,
            "AppendAsync to five streams, of which two fit");
    }

    /// <summary>Who does not know whether it was written sends it again.</summary>
    [Fact]
    public async Task The_same_batch_twice_is_written_once()
    {
        const string Sentence = "A batch that was written is appended again without a change, also when its streams went on since.";
        var (one, two) = (LedgerSamples.Append(Stream("one"), entries: 2, note: "first"), LedgerSamples.Append(Stream("two")));
        var batch = AppendBatch.Of([one, two]);
        await ExpectAsync(new AppendResult.Appended(), batch, Sentence, "AppendAsync");
        await ExpectAsync(new AppendResult.Appended(), batch, Sentence, "AppendAsync of the same batch");
        await ExpectStreamAsync(Stream("one"), one.Entries, one.Head, Sentence, "an append that was sent twice");

        var next = LedgerSamples.Append(Stream("one"), 2);
        await ExpectAppendedAsync(Sentence, "AppendAsync of the next entry", next);
        await ExpectAsync(new AppendResult.Appended(), batch, Sentence, "AppendAsync of the first batch once more");
        await ExpectStreamAsync(Stream("one"), [.. one.Entries, .. next.Entries], next.Head, Sentence, "a late repetition");
        await ExpectStreamAsync(Stream("two"), two.Entries, two.Head, Sentence, "a late repetition");
    }

    /// <summary>An id is the name of one entry.</summary>
    [Fact]
    public async Task The_same_id_with_other_content_is_refused()
    {
        const string Sentence = "An entry that bears the id of another entry is refused, and nothing is written.";
        var stream = Stream("first", SubjectRef.New());
        var first = LedgerSamples.Append(stream);
        await ExpectAppendedAsync(Sentence, "AppendAsync", first);
        var id = first.Entries[0].Id;

        await ExpectIdTakenAsync(AppendBatch.Of([LedgerSamples.Append(LedgerSamples.Entry(stream, 2, 7) with { Id = id })]), Sentence, "AppendAsync of the id again, as the next version");
        await ExpectIdTakenAsync(AppendBatch.Of([LedgerSamples.Append(LedgerSamples.Entry(Stream("other"), 1) with { Id = id })]), Sentence, "AppendAsync of the id again, in another stream");
        var half = LedgerSamples.Append(Stream("half"), entries: 2);
        await ExpectIdTakenAsync(AppendBatch.Of([half with { Entries = [half.Entries[0], half.Entries[1] with { Id = id }] }]), Sentence, "AppendAsync of a new entry and one with a known id");

        await ExpectStreamAsync(stream, first.Entries, first.Head, Sentence, "the refusals");
        await ExpectStreamAsync(Stream("other"), [], null, Sentence, "the refusals");
        await ExpectStreamAsync(Stream("half"), [], null, Sentence, "the refusals");
    }

    /// <summary>A text that a thousand people agreed to is there once.</summary>
    [Fact]
    public async Task Stores_content_once()
    {
        const string Sentence = "Content that is known is stored no second time, and is no fault.";
        var content = LedgerContent.Of("I agree."u8);
        foreach (var key in new[] { "one", "two", "three" })
        {
            var entry = LedgerSamples.Entry(Stream(key), 1, content: content);
            await ExpectAsync(new AppendResult.Appended(), AppendBatch.Of([LedgerSamples.Append(entry)], [content]), Sentence, "AppendAsync with content that is known");
            await ExpectStreamAsync(Stream(key), [entry], LedgerSamples.Head(Stream(key), 1), Sentence, "an append with content that is known");
        }

        Promise.IsEqual(content, await Store.ReadContentAsync(content.Digest, Token), Sentence, "ReadContentAsync");
    }

    /// <summary>A fold of a higher version makes another head of the same entries.</summary>
    [Fact]
    public async Task A_head_can_be_written_anew_without_an_entry()
    {
        const string Sentence = "A part without entries replaces the head, if the version is the expected one.";
        var append = LedgerSamples.Append(Stream(), entries: 2);
        await ExpectAppendedAsync(Sentence, "AppendAsync of two entries", append);
        var head = LedgerSamples.Head(Stream(), 2, LedgerSamples.Closed, LedgerSamples.At(50), fold: 9);

        await ExpectAppendedAsync(Sentence, "AppendAsync of another head for version 2", new StreamAppend(2, [], head));
        await ExpectStreamAsync(Stream(), append.Entries, head, Sentence, "a head was written anew");
        await ExpectAsync(
            new AppendResult.Conflict([Stream()]), AppendBatch.Of([new StreamAppend(1, [], LedgerSamples.Head(Stream(), 1))]), Sentence, "AppendAsync of another head for version 1, which is past");
        await ExpectStreamAsync(Stream(), append.Entries, head, Sentence, "a stale head was refused");
    }

    /// <summary>A delivery is claimed before it is sent, and recorded when it was.</summary>
    [Fact]
    public async Task A_claim_is_made_once()
    {
        const string Sentence = "A head can come before the first entry; of two who expect that there is none, one is too late.";
        var claim = new StreamAppend(StreamAppend.Absent, [], LedgerSamples.Head(Stream(), 0, LedgerSamples.Open, LedgerSamples.At(60)));
        await ExpectAppendedAsync(Sentence, "AppendAsync of a claim", claim);
        await ExpectStreamAsync(Stream(), [], claim.Head, Sentence, "a claim");
        await ExpectAsync(new AppendResult.Conflict([Stream()]), AppendBatch.Of([claim]), Sentence, "AppendAsync of the claim again");

        var first = LedgerSamples.Append(Stream(), status: LedgerSamples.Closed);
        await ExpectAppendedAsync(Sentence, "AppendAsync of the first entry to what was claimed", first);
        await ExpectStreamAsync(Stream(), first.Entries, first.Head, Sentence, "the first entry of what was claimed");
        await ExpectAsync(new AppendResult.Conflict([Stream()]), AppendBatch.Of([claim]), Sentence, "AppendAsync of a claim on a stream with an entry");
    }

    /// <summary>What an entry refers to can be kept elsewhere, or come later.</summary>
    [Fact]
    public async Task Content_that_nobody_stored_is_no_fault()
    {
        const string Sentence = "An entry that refers to content which nobody stored is appended like any other.";
        var missing = LedgerContent.Of(Guid.NewGuid().ToByteArray());
        var append = LedgerSamples.Append(LedgerSamples.Entry(Stream(), 1, content: missing));
        await ExpectAppendedAsync(Sentence, "AppendAsync of an entry that refers to content which is not there", append);
        await ExpectStreamAsync(Stream(), append.Entries, append.Head, Sentence, "an append without the content");
        Promise.IsEqual(null, await Store.ReadContentAsync(missing.Digest, Token), Sentence, "ReadContentAsync of what nobody stored");
    }

    /// <summary>Who decides what to do next relies on which answer it is.</summary>
    [Fact]
    public async Task Of_several_answers_the_first_is_given()
    {
        const string Sentence = "Where several answers are true, the first of these is given: the lease is lost, it was written before, there is a conflict, an id is taken.";
        var (lost, standing) = (new LeaseFence(LedgerSamples.NewLease(), 1), LedgerSamples.Append(Stream("standing"), entries: 2));
        await ExpectAppendedAsync(Sentence, "AppendAsync", standing);
        var stale = LedgerSamples.Append(LedgerSamples.Entry(Stream("standing"), 2) with { Id = standing.Entries[0].Id });

        await ExpectAsync(new AppendResult.LeaseLost(), AppendBatch.Of([standing], under: lost), Sentence, "AppendAsync of what was written before, under a lease that is lost");
        await ExpectAsync(new AppendResult.LeaseLost(), AppendBatch.Of([stale], under: lost), Sentence, "AppendAsync of a stale version with an id that is taken, under a lease that is lost");
        await ExpectAsync(new AppendResult.Appended(), AppendBatch.Of([standing]), Sentence, "AppendAsync of what was written before, which is stale by now");
        await ExpectAsync(new AppendResult.Conflict([Stream("standing")]), AppendBatch.Of([stale]), Sentence, "AppendAsync of a stale version with an id that is taken");
        await ExpectStreamAsync(Stream("standing"), standing.Entries, standing.Head, Sentence, "four answers");
    }

    /// <summary>Messages go into logs that nobody erases.</summary>
    [Fact]
    public async Task No_message_tells_whom_it_is_about()
    {
        const string Sentence = "No message holds a key, a ref, a fact or a detail.";
        var (person, key) = (SubjectRef.New(), $"key-{Guid.NewGuid():N}");
        var entry = LedgerSamples.Entry(Stream(key, person), 1, 7_365_412_098, "ann@example.nl");
        await AppendAsync(LedgerSamples.Append(entry));
        var imposter = LedgerSamples.Append(LedgerSamples.Entry(Stream($"{key}-too", person), 1, 7_365_412_098, "ann@example.nl") with { Id = entry.Id });
        var streams = Enumerable.Repeat(Stream(key, person), LedgerLimits.ItemsAtOnce + 1).ToValueList();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Func<Task>[] refused =
        [
            async () => await AppendAsync(imposter),
            async () => await Store.FindHeadsAsync(streams, Token),
            async () => await Store.AppendAsync(AppendBatch.Of([imposter]), cancelled.Token),
            async () => await Store.ForgetDetailsAsync(HeadFilter.About(person), cancelled.Token),
        ];
        foreach (var refusing in refused)
        {
            for (var refusal = await Record.ExceptionAsync(refusing); refusal is not null; refusal = refusal.InnerException)
            {
                var told = new[] { key, person.ToString(), "7365412098", "ann@example.nl" }.FirstOrDefault(each => refusal.Message.Contains(each, StringComparison.OrdinalIgnoreCase));
                Promise.Holds(told is null, Sentence, "what is refused of an entry about a person", "a message without any of it", refusal.Message);
            }
        }
    }

    private async Task ExpectIdTakenAsync(AppendBatch batch, string sentence, string asked, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var refusal = await Promise.ThrowsAsync<LedgerException>(async () => await Store.AppendAsync(batch, Token), sentence, asked, name);
        Promise.IsEqual(LedgerException.IdTaken().Message, refusal.Message, sentence, $"{asked}: the message", name);
    }
}
