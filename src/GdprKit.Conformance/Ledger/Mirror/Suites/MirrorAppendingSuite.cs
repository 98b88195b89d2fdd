using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What comes into a mirror.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorAppendingSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorAppendingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Who asks knows an empty mirror from a lost one.</summary>
    [Fact]
    public async Task Has_no_tip_before_the_first_batch()
    {
        const string Sentence = "A mirror that never held anything has no tip.";
        await ExpectAsync(null, [], Sentence, "nothing");
        await Mirror.AcceptAsync(Item(1), Token);
        await ExpectAsync(null, [], Sentence, "AcceptAsync, which is not an entry");
        Promise.IsEqual(MerkleTree.Empty.Root, await Mirror.ReadRootAsync(0, Token), Sentence, "ReadRootAsync(0): the digest of nothing");
    }

    /// <summary>Whole entries, what is left of others, and what is wrong already.</summary>
    [Fact]
    public async Task What_was_appended_is_read_back()
    {
        const string Sentence = "What was appended is there for whoever opens the mirror, in every part.";
        var content = LedgerContent.Of(Guid.NewGuid().ToByteArray());
        var whole = Entry(0, "a note: é€😀", content, content);
        var bare = Entry(1);
        var forgotten = Entry(2, "gone");
        forgotten = forgotten with { Entry = forgotten.Entry! with { Details = null } };
        var expired = Entry(3);
        expired = expired with { Entry = null, ExpiredHash = expired.Hash };
        var missing = Entry(4) with { Entry = null };
        var tampered = Entry(5) with { Hash = Digest.Of("other"u8) };
        var foreign = Entry(6, "a note") with { Entry = Entry(7, "another").Entry, ExpiredHash = Digest.Of("another"u8) };
        ValueList<OrderedEntry> entries = [whole, bare, forgotten, expired, missing, tampered, foreign];
        var batch = MirrorBatch.After(Start, entries, [content]);

        Promise.IsEqual(true, await Mirror.AppendAsync(batch, Token), Sentence, "AppendAsync of seven entries: whether they are held");
        await ExpectAsync(batch.Next, entries, Sentence, "AppendAsync");
        var more = Batch(batch.Next, 2);
        Promise.IsEqual(true, await Mirror.AppendAsync(more, Token), Sentence, "AppendAsync of two more: whether they are held");
        await ExpectAsync(more.Next, [.. entries, .. more.Entries], Sentence, "a second AppendAsync");
    }

    /// <summary>Who did not hear the answer asks again.</summary>
    [Fact]
    public async Task The_same_batch_twice_is_held_once()
    {
        const string Sentence = "A batch that is held already is held, and nothing is written.";
        var first = Batch(Start, 3);
        await Mirror.AppendAsync(first, Token);
        Promise.IsEqual(true, await Mirror.AppendAsync(first, Token), Sentence, "AppendAsync of the same batch: whether it is held");
        await ExpectAsync(first.Next, first.Entries, Sentence, "AppendAsync of the same batch");
        var second = Batch(first.Next, 2);
        await Mirror.AppendAsync(second, Token);
        var other = await Fixture.OpenAsync(Name, Token);
        Promise.IsEqual(true, await other.AppendAsync(first, Token), Sentence, "AppendAsync of the first batch after the second: whether it is held");
        await ExpectAsync(second.Next, [.. first.Entries, .. second.Entries], Sentence, "AppendAsync of the first batch after the second");
    }

    /// <summary>What was rewritten in the database does not reach the mirror.</summary>
    [Fact]
    public async Task A_batch_that_does_not_follow_is_refused()
    {
        const string Sentence = "A batch that does not follow what the mirror holds is not held, and nothing is written.";
        Promise.IsEqual(false, await Mirror.AppendAsync(Batch(Batch(Start, 2).Next, 1), Token), Sentence, "AppendAsync behind two entries, when there are none: whether it is held");
        await ExpectAsync(null, [], Sentence, "AppendAsync behind entries that are not there");
        var (tip, entries) = await FillAsync(3);
        foreach (var (asked, batch) in new[]
        {
            ("behind a history of the same length with other entries", Batch(Batch(Start, 3).Next, 1)),
            ("of other entries from the first position on", Batch(Start, 3)),
            ("of fewer other entries", Batch(Start, 2)),
            ("of more, from the first position on", Batch(Start, 5)),
            ("behind more than there is", Batch(Batch(tip, 1).Next, 1)),
        })
        {
            Promise.IsEqual(false, await Mirror.AppendAsync(batch, Token), Sentence, $"AppendAsync {asked}: whether it is held");
            await ExpectAsync(tip, entries, Sentence, $"AppendAsync {asked}");
        }
    }

    /// <summary>Two applications that were given one folder.</summary>
    [Fact]
    public async Task A_batch_of_another_ledger_is_refused()
    {
        const string Sentence = "A mirror holds one ledger; what comes from another is not held, and nothing is written.";
        var (tip, entries) = await FillAsync(2);
        var other = Guid.NewGuid();
        Promise.IsEqual(false, await Mirror.AppendAsync(Batch(tip with { Ledger = other }, 1), Token), Sentence, "AppendAsync of another ledger with the same tree: whether it is held");
        Promise.IsEqual(false, await Mirror.AppendAsync(Batch(Start with { Ledger = other }, 1), Token), Sentence, "AppendAsync of another ledger that begins: whether it is held");
        var same = MirrorBatch.After(Start with { Ledger = other }, entries, []);
        Promise.IsEqual(false, await Mirror.AppendAsync(same, Token), Sentence, "AppendAsync of the same entries as those of another ledger: whether it is held");
        await ExpectAsync(tip, entries, Sentence, "AppendAsync of another ledger");
    }

    /// <summary>The text of a notice lies there once, whoever refers to it.</summary>
    [Fact]
    public async Task Keeps_content_once()
    {
        const string Sentence = "What content the mirror lacks is told, and what came with a batch is there.";
        var (one, two, empty) = (LedgerContent.Of(Guid.NewGuid().ToByteArray()), LedgerContent.Of(new byte[LedgerLimits.ContentBytes]), LedgerContent.Of([]));
        ValueList<Digest> all = [two.Digest, one.Digest, one.Digest, empty.Digest];
        Promise.AreEqual(all.Distinct().Select(digest => $"{digest}"), (await Mirror.FindLackingContentAsync(all, Token)).Select(digest => $"{digest}"), Sentence, "FindLackingContentAsync before the first batch");
        Promise.IsEqual(null, await Mirror.ReadContentAsync(one.Digest, Token), Sentence, "ReadContentAsync before the first batch");

        var batch = MirrorBatch.After(Start, [Entry(0, null, one)], [one, one, empty]);
        await Mirror.AppendAsync(batch, Token);
        await Mirror.AppendAsync(MirrorBatch.After(batch.Next, [Entry(1, null, one)], [one]), Token);
        var other = await Fixture.OpenAsync(Name, Token);
        Promise.AreEqual([$"{two.Digest}"], (await other.FindLackingContentAsync(all, Token)).Select(digest => $"{digest}"), Sentence, "FindLackingContentAsync after it came twice");
        Promise.IsEqual(one, await other.ReadContentAsync(one.Digest, Token), Sentence, "ReadContentAsync");
        Promise.IsEqual(empty, await other.ReadContentAsync(empty.Digest, Token), Sentence, "ReadContentAsync of what has no bytes");
        Promise.IsEqual(null, await other.ReadContentAsync(two.Digest, Token), Sentence, "ReadContentAsync of what never came");
    }

    /// <summary>What was signed last.</summary>
    [Fact]
    public async Task Keeps_the_last_checkpoint()
    {
        const string Sentence = "The last checkpoint that came with a batch is kept, also when others came without one.";
        Promise.IsEqual(null, await Mirror.ReadCheckpointAsync(Token), Sentence, "ReadCheckpointAsync before the first batch");
        var first = Batch(Start, 1, "first\n1\n");
        var second = Batch(first.Next, 1, "second\n2\n\n— é\n");
        var third = Batch(second.Next, 1);
        foreach (var (batch, expected) in new[] { (first, "first\n1\n"), (second, "second\n2\n\n— é\n"), (third, "second\n2\n\n— é\n") })
        {
            await Mirror.AppendAsync(batch, Token);
            Promise.IsEqual(expected, await (await Fixture.OpenAsync(Name, Token)).ReadCheckpointAsync(Token), Sentence, $"ReadCheckpointAsync with {batch.Next.Tree.Size}");
        }
    }
}
