using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A log to which comes back what a restored copy of its database has lost.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LogRestoringSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture, IOrderedLedgerFixture
{
    /// <summary>Tests the log of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LogRestoringSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private ILedgerLog Log => Session.Log;

    private LogOrder Order => field ??= new LogOrder(Session, Token);

    /// <summary>Of thousands that wait, those that are asked about.</summary>
    [Fact]
    public async Task Finds_what_waits_by_its_id()
    {
        const string Sentence = "Of the entries that are asked about those are found that wait for a position, as they are read when they come first.";
        await Order.DrainAsync();
        var append = LedgerSamples.Append(Stream(), entries: 4);
        await AppendAsync(append);
        await Order.CommitAsync(1);
        var waiting = await Log.ReadPendingAsync(10, Token);
        var asked = append.Entries.Take(3).Select(entry => entry.Id).Append(EntryId.New(LedgerSamples.Start)).ToValueList();

        var found = await Log.FindPendingAsync(asked, Token);

        Promise.IsEqual(Texts(waiting.Take(2)), Texts(found.OrderBy(entry => entry.Number)), Sentence, "FindPendingAsync of one that has a position, two that wait and one that is not there");
    }

    /// <summary>What was recorded and expired, both after the copy was made.</summary>
    [Fact]
    public async Task What_only_its_hash_is_left_of_gets_its_position()
    {
        const string Sentence = "An entry of which only the hash is left waits for its position and gets it; what the ledger has already stays as it is.";
        await Order.DrainAsync();
        var append = LedgerSamples.Append(Stream(), entries: 1);
        await AppendAsync(append);
        var gone = LedgerSamples.Entry(Stream("gone"), 1);
        ValueList<EntryHash> entries = [new EntryHash(gone.Id, gone.Hash), new EntryHash(append.Entries[0].Id, append.Entries[0].Hash)];

        Promise.IsEqual(false, await Log.AddExpiredAsync(entries, await LostFenceAsync(), Token), Sentence, "AddExpiredAsync under a lease that somebody else has taken");
        Promise.IsEqual(1, await Log.CountPendingAsync(Token), Sentence, "CountPendingAsync after it");
        Promise.IsEqual(true, await Log.AddExpiredAsync(entries, await Order.FenceAsync(), Token), Sentence, "AddExpiredAsync of one that is not there and one that is");
        Promise.IsEqual(true, await Log.AddExpiredAsync(entries, await Order.FenceAsync(), Token), Sentence, "AddExpiredAsync of the same again");
        Promise.IsEqual(2, await Log.CountPendingAsync(Token), Sentence, "CountPendingAsync after it");
        var tip = await Order.CommitAsync();
        var read = await Log.ReadLogAsync(tip.Tree.Size - 2, 10, Token);
        Promise.Holds(
            read.Count == 2 && read.All(entry => entry.IsIntact) && read.Count(entry => entry.Entry is null && entry.Id == gone.Id) == 1,
            Sentence,
            "ReadLogAsync of both",
            "one entry, and one of which the hash is left",
            string.Join(", ", read.Select(entry => entry.Entry is null ? "a hash" : "an entry")));
        await ExpectStreamAsync(append.Stream, append.Entries, append.Head, Sentence, "it, of the stream that was there");
    }

    /// <summary>Room for what stood there before.</summary>
    [Fact]
    public async Task What_is_set_aside_leaves_its_hash()
    {
        const string Sentence = "Entries that are set aside leave their hashes, with the positions that they have or wait for; the stream is as it was before them, and can go on.";
        await Order.DrainAsync();
        var (all, other) = (LedgerSamples.Append(Stream(), entries: 4, note: "a note"), LedgerSamples.Append(Stream("other"), entries: 1));
        await AppendAsync(all, other);
        await Order.CommitAsync(3);
        var kept = new StreamRewind(all.Stream, 4, 1, LedgerSamples.Head(all.Stream, 1));

        Promise.IsEqual(false, await Log.SetAsideAsync([kept], await LostFenceAsync(), Token), Sentence, "SetAsideAsync under a lease that somebody else has taken");
        Promise.IsEqual(
            false,
            await Log.SetAsideAsync([kept with { Stream = other.Stream, ExpectedVersion = 1, KeptVersion = 0, Head = null }, kept with { ExpectedVersion = 3 }], await Order.FenceAsync(), Token),
            Sentence,
            "SetAsideAsync of two streams of which one has another version");
        await ExpectStreamAsync(all.Stream, all.Entries, all.Head, Sentence, "what was refused");
        await ExpectStreamAsync(other.Stream, other.Entries, other.Head, Sentence, "what was refused, of the other stream");
        Promise.IsEqual(
            true, await Log.SetAsideAsync([kept, new StreamRewind(other.Stream, 1, 0, null)], await Order.FenceAsync(), Token), Sentence, "SetAsideAsync of three entries of a stream, and of all of another");
        await ExpectStreamAsync(all.Stream, all.Entries.Take(1).ToValueList(), kept.Head, Sentence, "it");
        await ExpectStreamAsync(other.Stream, [], null, Sentence, "it, of the other stream");
        var tip = await Order.CommitAsync();
        var read = await Log.ReadLogAsync(tip.Tree.Size - 5, 10, Token);
        Promise.IsEqual(
            string.Join(' ', all.Entries.Concat(other.Entries).Select(entry => $"{entry.Hash}")), string.Join(' ', read.Select(entry => $"{entry.Hash}")), Sentence, "ReadLogAsync when all have a position: the hashes");
        Promise.Holds(read.Count(entry => entry.Entry is null) == 4 && read.All(entry => entry.IsIntact), Sentence, "ReadLogAsync: how much is left", "one entry and four hashes", "something else");
        var next = LedgerSamples.Append(all.Stream, expected: 1, entries: 1);
        await ExpectAppendedAsync(Sentence, "an entry after the one that stayed", next);
    }

    /// <summary>The order that a copy of the database was given, which was restored and went its own way.</summary>
    [Fact]
    public async Task Positions_that_are_given_up_are_waited_for_again()
    {
        const string Sentence = "Entries whose positions are given up wait again, in their order and before all others, and every proof of the smaller tree holds.";
        await Order.DrainAsync();
        await AppendAsync(LedgerSamples.Append(Stream("before"), entries: 300));
        var before = await Order.CommitAsync();
        var append = LedgerSamples.Append(Stream(), entries: 300);
        await AppendAsync(append);
        var after = await Order.CommitAsync();
        var later = LedgerSamples.Append(Stream(), expected: 300, entries: 1);
        await AppendAsync(later);

        Promise.IsEqual(false, await Log.GiveUpPositionsAsync(after, before, await LostFenceAsync(), Token), Sentence, "GiveUpPositionsAsync under a lease that somebody else has taken");
        Promise.IsEqual(false, await Log.GiveUpPositionsAsync(before, before, await Order.FenceAsync(), Token), Sentence, "GiveUpPositionsAsync that expects another tip");
        Promise.IsEqual(after, await Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after both");
        Promise.IsEqual(true, await Log.GiveUpPositionsAsync(after, before, await Order.FenceAsync(), Token), Sentence, "GiveUpPositionsAsync of 300 positions");
        Promise.IsEqual(before, await Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after it");
        Promise.IsEqual(0, (await Log.ReadLogAsync(before.Tree.Size, 10, Token)).Count, Sentence, "ReadLogAsync behind the tip: how many");
        Promise.IsEqual(before.Tree.Root, await new MerkleProofs(Log).RootAsync(before.Tree.Size, Token), Sentence, "the root that the kept nodes come to");
        Promise.AreEqual(
            append.Entries.Concat(later.Entries).Select(entry => $"{entry.Id}"), (await Log.ReadPendingAsync(1_000, Token)).Select(entry => $"{entry.Id}"), Sentence, "ReadPendingAsync after it");
        var again = await Order.CommitAsync(300);
        Promise.IsEqual(after.Tree, again.Tree, Sentence, "the tree when the same entries are put in order again");
        Promise.IsEqual(again.Tree.Root, await new MerkleProofs(Log).RootAsync(again.Tree.Size, Token), Sentence, "the root that the nodes then come to");
    }

    /// <summary>List after list.</summary>
    [Fact]
    public async Task Refuses_to_take_back_too_much()
    {
        const string Sentence = "Who gives more at once than a log takes is refused, and nothing is done.";
        var id = EntryId.New(LedgerSamples.Start);
        var fence = await Order.FenceAsync();
        await ExpectTooMuchAsync(async () => await Log.FindPendingAsync(Enumerable.Repeat(id, LedgerLimits.ItemsAtOnce + 1).ToValueList(), Token), "FindPendingAsync of too many");
        await ExpectTooMuchAsync(
            async () => await Log.AddExpiredAsync(Enumerable.Repeat(new EntryHash(id, default), LedgerLimits.ItemsAtOnce + 1).ToValueList(), fence, Token), "AddExpiredAsync of too many");
        await ExpectTooMuchAsync(
            async () => await Log.SetAsideAsync(Enumerable.Repeat(new StreamRewind(Stream(), 1, 0, null), LedgerLimits.HeadsPerPage + 1).ToValueList(), fence, Token), "SetAsideAsync of too many");

        async Task ExpectTooMuchAsync(Func<ValueTask> act, string asked) =>
            await Promise.ThrowsAsync<ArgumentOutOfRangeException>(act, Sentence, asked, nameof(Refuses_to_take_back_too_much));
    }

    private async Task<LeaseFence> LostFenceAsync()
    {
        var fence = await Order.FenceAsync();
        return new LeaseFence(fence.Name, fence.Number + 1);
    }

    private static string Texts(IEnumerable<PendingEntry> entries) => string.Join(' ', entries.Select(entry => $"{entry.Number}:{entry.Id}:{entry.Hash}"));
}
