using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What goes, and what stays of it.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerForgettingSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerForgettingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private static readonly NodaTime.Instant Old = LedgerSamples.At(-1_000);

    private static readonly NodaTime.Instant Limit = LedgerSamples.At(-500);

    private const int Rounds = 10;

    /// <summary>Who is erased is no longer named; that something happened is still proved.</summary>
    [Fact]
    public async Task Forgetting_removes_details_and_nothing_else()
    {
        const string Sentence = "Details that are forgotten are gone for everybody; the entries are read as before, with their commitment, and intact.";
        var (person, other) = (SubjectRef.New(), SubjectRef.New());
        var mine = LedgerSamples.Append(Stream("a", person), entries: 3, note: "ann@example.nl");
        var plain = LedgerSamples.Append(Stream("b", person));
        var theirs = LedgerSamples.Append(Stream("a", other), note: "bob@example.nl");
        var nobodys = LedgerSamples.Append(Stream("a"), note: "of nobody");
        await AppendAsync(mine, plain, theirs, nobodys);

        Promise.IsEqual(3, await Store.ForgetDetailsAsync(HeadFilter.About(person), Token), Sentence, "ForgetDetailsAsync about a person with three detailed entries and one without: the number");
        Promise.IsEqual(0, await Store.ForgetDetailsAsync(HeadFilter.About(person), Token), Sentence, "ForgetDetailsAsync again: the number");

        var forgotten = mine.Entries.Select(entry => entry with { Details = null }).ToValueList();
        await ExpectStreamAsync(mine.Stream, forgotten, mine.Head, Sentence, "details were forgotten");
        Promise.Holds(forgotten.All(entry => entry.IsIntact), Sentence, "IsIntact of what was read", "true", "false");
        await ExpectStreamAsync(plain.Stream, plain.Entries, plain.Head, Sentence, "details were forgotten, of an entry without");
        await ExpectStreamAsync(theirs.Stream, theirs.Entries, theirs.Head, Sentence, "somebody else's details were forgotten");
        await ExpectStreamAsync(nobodys.Stream, nobodys.Entries, nobodys.Head, Sentence, "somebody's details were forgotten");

        Promise.IsEqual(1, await Store.ForgetDetailsAsync(HeadFilter.Of(Kind) with { Subject = SubjectRef.None }, Token), Sentence, "ForgetDetailsAsync of a kind, about nobody: the number");
        await ExpectStreamAsync(theirs.Stream, theirs.Entries, theirs.Head, Sentence, "nobody's details were forgotten");
    }

    /// <summary>Who is erased is not named by what was on its way.</summary>
    [Fact]
    public async Task Forgetting_waits_for_what_is_being_appended()
    {
        const string Sentence = "Details that were being appended when it was asked to forget are forgotten as well.";
        if (Fixture.WhyNoTransactions is { } reason)
        {
            throw Xunit.Sdk.SkipException.ForSkip($"Nothing is ever half-way appended: {reason}");
        }

        for (var round = 0; round < Rounds; round++)
        {
            var append = LedgerSamples.Append(Stream($"round-{round}", SubjectRef.New()), note: "ann@example.nl");
            var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var forgetting = ForgetAsync(append.Stream.Subject, written.Task);
            await Session.InTransactionAsync(
                async () =>
                {
                    await AppendAsync(append);
                    written.TrySetResult();

                    // Time in which somebody would be done who does not wait.
                    for (var look = 0; look < Rounds; look++)
                    {
                        await Store.FindHeadsAsync([append.Stream], Token);
                        await Task.Yield();
                    }
                },
                commits: true,
                Token);

            Promise.IsEqual(1, await forgetting, Sentence, "ForgetDetailsAsync by another during AppendAsync in a transaction: the number");
            await ExpectStreamAsync(append.Stream, append.Entries.Select(entry => entry with { Details = null }).ToValueList(), append.Head, Sentence, "both were done");
        }

        // Begun before the transaction, so that it is in none.
        async Task<long> ForgetAsync(SubjectRef person, Task written)
        {
            await using var other = await Fixture.OpenAsync(Token);
            await written;
            return await other.Store.ForgetDetailsAsync(HeadFilter.About(person), Token);
        }
    }

    /// <summary>Nothing of an expired stream is found in any way.</summary>
    [Fact]
    public async Task An_expired_stream_is_gone_whole()
    {
        const string Sentence = "Of a stream that expired neither head nor entries are found.";
        var stays = LedgerSamples.Append(Stream("stays"));
        var goes = await EndAsync("goes", SubjectRef.New());
        await AppendAsync(stays);

        Promise.IsEqual(1, await ExpireAsync(), Sentence, "ExpireAsync: the number");

        await ExpectStreamAsync(goes.Stream, [], null, Sentence, "it expired");
        await ExpectStreamAsync(stays.Stream, stays.Entries, stays.Head, Sentence, "another stream expired");
        Promise.IsEqual(0, (await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.About(goes.Stream.Subject)), Token)).Count, Sentence, "QueryHeadsAsync about its person: how many");
        Promise.IsEqual("open 1", LedgerWords.Listed((await Store.CountHeadsAsync(HeadFilter.Of(Kind), Token)).Select(count => $"{count.Status} {count.Count}")), Sentence, "CountHeadsAsync of its kind");
        Promise.IsEqual(0, await ExpireAsync(), Sentence, "ExpireAsync again: the number");

        var again = LedgerSamples.Append(goes.Stream);
        await ExpectAppendedAsync(Sentence, "AppendAsync to a stream of that name, from version 0", again);
        await ExpectStreamAsync(goes.Stream, again.Entries, again.Head, Sentence, "it began anew");
    }

    /// <summary>Proofs hold for ever.</summary>
    [Fact]
    public async Task A_hash_outlives_its_entry()
    {
        const string Sentence = "The hash of every entry that was ever appended is found by its id.";
        var goes = await EndAsync("goes");
        var stays = LedgerSamples.Append(Stream("stays"), entries: 2);
        await AppendAsync(stays);
        await ExpireAsync();
        var entries = goes.Entries.Concat(stays.Entries).ToList();

        var found = await Store.FindHashesAsync([.. entries.Select(entry => entry.Id), EntryId.New(LedgerSamples.Start), entries[0].Id], Token);

        Promise.AreEqual(
            entries.Select(entry => $"{entry.Id} {entry.Hash}"), found.Select(hash => $"{hash.Id} {hash.Hash}"), Sentence, "FindHashesAsync of entries that expired, that stay, and of an id that nobody has");
        Promise.IsEqual(0, (await Store.FindHashesAsync([], Token)).Count, Sentence, "FindHashesAsync of no id: how many");
    }

    /// <summary>What went is not brought back by who sends it again.</summary>
    [Fact]
    public async Task An_expired_entry_does_not_come_back()
    {
        const string Sentence = "A batch that was written is known by its ids and hashes, also when its entries expired.";
        var goes = await EndAsync("goes");
        await ExpireAsync();

        await ExpectAsync(new AppendResult.Appended(), AppendBatch.Of([goes]), Sentence, "AppendAsync of what expired");
        await ExpectStreamAsync(goes.Stream, [], null, Sentence, "it expired and was sent again");
        var imposter = LedgerSamples.Append(LedgerSamples.Entry(goes.Stream, 1) with { Id = goes.Entries[0].Id });
        await Promise.ThrowsAsync<LedgerException>(async () => await AppendAsync(imposter), Sentence, "AppendAsync of another entry with the id of one that expired");
    }

    /// <summary>What somebody agreed to can be shown as long as that they agreed.</summary>
    [Fact]
    public async Task Content_stays_while_an_entry_refers_to_it()
    {
        const string Sentence = "Content stays as long as an entry refers to it.";
        var content = LedgerContent.Of(Guid.NewGuid().ToByteArray());
        var goes = LedgerSamples.Entry(Stream("goes"), 1, content: content);
        var stays = LedgerSamples.Entry(Stream("stays"), 1, content: content);
        await Store.AppendAsync(AppendBatch.Of([new StreamAppend(0, [goes], LedgerSamples.Head(goes.Stream, 1, LedgerSamples.Closed, since: Old)), LedgerSamples.Append(stays)], [content]), Token);

        Promise.IsEqual(1, await ExpireAsync(), Sentence, "ExpireAsync of one of two streams that refer to it: the number");
        Promise.IsEqual(content, await Store.ReadContentAsync(content.Digest, Token), Sentence, "ReadContentAsync after one of two streams expired");
    }

    /// <summary>Nothing goes too early.</summary>
    [Fact]
    public async Task Expiry_spares_what_is_young_open_or_protected()
    {
        const string Sentence = "Streams go that ended before the instant, and that no head protects which is about the same person.";
        var (held, free) = (SubjectRef.New(), SubjectRef.New());
        var holds = LedgerSamples.NewKind();
        await AppendAsync(LedgerSamples.Whole(LedgerSamples.Head(new StreamId(holds, held, StreamKey.Empty), 1)));
        await AppendAsync(LedgerSamples.Whole(LedgerSamples.Head(new StreamId(holds, SubjectRef.None, StreamKey.Empty), 1)));
        await AppendAsync(LedgerSamples.Whole(LedgerSamples.Head(new StreamId(holds, free, StreamKey.Empty), 1, LedgerSamples.Closed)));
        StreamId[] goes = [Stream("old", free), Stream("old"), Stream("old-too")];
        StreamId[] stays = [Stream("old", held), Stream("young", free), Stream("open", free)];
        foreach (var stream in goes.Append(stays[0]))
        {
            await EndAsync(stream.Key.ToString(), stream.Subject);
        }

        await AppendAsync(LedgerSamples.Whole(LedgerSamples.Head(stays[1], 1, LedgerSamples.Closed, since: Limit)));
        await AppendAsync(LedgerSamples.Whole(LedgerSamples.Head(stays[2], 1, LedgerSamples.Open, since: Old)));
        var expiry = StreamExpiry.Of(Kind, [LedgerSamples.Closed], Limit) with { Unless = Shield(holds) };

        Promise.IsEqual(0, await Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], Limit, StreamKey.Parse("OLD")), Token), Sentence, "ExpireAsync with a key that no stream has: the number");
        Promise.IsEqual(2, await Store.ExpireAsync(expiry with { Limit = 2 }, Token), Sentence, "ExpireAsync of three, at most 2: the number");
        Promise.IsEqual(1, await Store.ExpireAsync(expiry with { Limit = 2 }, Token), Sentence, "ExpireAsync of the rest, at most 2: the number");
        await ExpectLeftAsync(stays, Sentence, "the rest expired");

        Promise.IsEqual(1, await Store.ExpireAsync(expiry with { Unless = StreamShield.None }, Token), Sentence, "ExpireAsync of what was protected: the number");
        await ExpectLeftAsync(stays[1..], Sentence, "what was protected expired");
    }

    /// <summary>Who cannot tell whether a hold was lifted keeps.</summary>
    [Fact]
    public async Task A_head_of_another_version_protects_what_would_expire()
    {
        const int Version = 7;
        const string Sentence = "A head that shields in some states, and was written by another version of the fold than is asked for, protects in every state.";
        var person = SubjectRef.New();
        var holds = LedgerSamples.NewKind();
        await AppendAsync(LedgerSamples.Whole(LedgerSamples.Head(new StreamId(holds, person, StreamKey.Empty), 1, LedgerSamples.Closed, fold: Version)));
        await EndAsync("old", person);
        var expiry = StreamExpiry.Of(Kind, [LedgerSamples.Closed], Limit);
        foreach (var other in new[] { Version - 1, Version + 1 })
        {
            Promise.IsEqual(0, await Store.ExpireAsync(expiry with { Unless = Shield(holds, other) }, Token), Sentence, $"ExpireAsync, protected by what version {Version} wrote in a state that releases in version {other}: the number");
        }

        Promise.IsEqual(1, await Store.ExpireAsync(expiry with { Unless = Shield(holds, Version) }, Token), Sentence, $"ExpireAsync, protected by what version {Version} wrote in a state that releases in version {Version}: the number");
    }

    /// <summary>Evidence of a whole case can be kept, whomever it is about.</summary>
    [Fact]
    public async Task What_is_on_hold_for_everybody_does_not_expire()
    {
        const string Sentence = "While a head about nobody in particular shields that has one of the keys that are named, no stream goes.";
        var (holds, scope) = (LedgerSamples.NewKind(), StreamKey.Parse("category/evidence"));
        var hold = LedgerSamples.Whole(LedgerSamples.Head(new StreamId(holds, SubjectRef.None, scope), 1));
        var (mine, nobodys) = (await EndAsync("old", SubjectRef.New()), await EndAsync("old"));
        await AppendAsync(hold);
        var expiry = StreamExpiry.Of(Kind, [LedgerSamples.Closed], Limit);

        Promise.IsEqual(0, await Store.ExpireAsync(expiry with { Unless = Shield(holds, 1, StreamKey.Parse("another"), scope) }, Token), Sentence, "ExpireAsync while it shields: the number");
        await ExpectLeftAsync([nobodys.Stream, mine.Stream], Sentence, "nothing expired");

        await AppendAsync(LedgerSamples.Append(hold.Stream, 1, status: LedgerSamples.Closed));
        Promise.IsEqual(1, await Store.ExpireAsync(expiry with { Limit = 1, Unless = Shield(holds, 1, scope) }, Token), Sentence, "ExpireAsync after it was released, at most 1: the number");
        await AppendAsync(LedgerSamples.Append(hold.Stream, 2));
        Promise.IsEqual(0, await Store.ExpireAsync(expiry with { Unless = Shield(holds, 1, scope) }, Token), Sentence, "ExpireAsync while it shields again: the number");
        Promise.IsEqual(1, await Store.ExpireAsync(expiry with { Unless = Shield(holds, 1, StreamKey.Parse("another"), StreamKey.Parse("CATEGORY/evidence")) }, Token), Sentence, "ExpireAsync with other keys: the number");
    }

    private static StreamShield Shield(StreamKind holds, int version = 1, params StreamKey[] scopes) =>
        StreamShield.Of([new ShieldingStreams(LedgerSamples.NewKind(), 1, [LedgerSamples.Closed]), new ShieldingStreams(holds, version, [LedgerSamples.Closed])], scopes);

    private async Task ExpectLeftAsync(IEnumerable<StreamId> streams, string sentence, string asked, [CallerMemberName] string promise = "")
    {
        var left = await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(Kind)), Token);
        Promise.AreEqual(streams.Select(LedgerWords.Of), left.Select(head => LedgerWords.Of(head.Stream)), sentence, $"QueryHeadsAsync after {asked}", promise);
    }

    /// <summary>A stream that ended long ago.</summary>
    private async Task<StreamAppend> EndAsync(string key, SubjectRef subject = default)
    {
        var append = LedgerSamples.Append(Stream(key, subject), entries: 2, note: "a note");
        append = append with { Head = append.Head with { Index = new StreamIndex(LedgerSamples.Closed, Old) } };
        await AppendAsync(append);
        return append;
    }

    private ValueTask<long> ExpireAsync() => Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], Limit), Token);
}
