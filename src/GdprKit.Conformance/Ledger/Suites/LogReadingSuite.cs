using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A log that is read.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LogReadingSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture, IOrderedLedgerFixture
{
    // More than the leaves of one kept node, and than those of several.
    private const int Many = 700;

    /// <summary>Tests the log of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LogReadingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private ILedgerLog Log => Session.Log;

    private LogOrder Order => field ??= new LogOrder(Session, Token);

    /// <summary>Whole, with details, page after page.</summary>
    [Fact]
    public async Task Reads_entries_by_their_positions()
    {
        const string Sentence = "Entries are read in the order of their positions, as they were appended, with the details that were not forgotten.";
        await Order.DrainAsync();
        var before = (await Log.ReadTipAsync(Token))?.Tree.Size ?? 0;
        var append = LedgerSamples.Append(Stream(subject: SubjectRef.New()), entries: 5, note: "a note");
        await AppendAsync(append);
        await Order.DrainAsync();

        var read = await Log.ReadLogAsync(before, 1_000, Token);
        Promise.IsEqual(LedgerWords.Of(append.Entries), LedgerWords.Of(read.Select(entry => entry.Entry!).ToValueList()), Sentence, "ReadLogAsync");
        Promise.Holds(
            read.Select(entry => entry.Position).SequenceEqual(Enumerable.Range(0, 5).Select(place => before + place)) && read.All(entry => entry.IsIntact && entry.ExpiredHash is null),
            Sentence,
            "ReadLogAsync: the positions",
            $"{before} and the next four, all intact",
            string.Join(", ", read.Select(entry => entry.Position)));
        Promise.IsEqual(2, (await Log.ReadLogAsync(before + 3, 2, Token)).Count, Sentence, "ReadLogAsync(…, 2) of the last two: how many");
        Promise.IsEqual(before + 1, (await Log.ReadLogAsync(before + 1, 1, Token))[0].Position, Sentence, "ReadLogAsync(…, 1): the position");
        await Store.ForgetDetailsAsync(HeadFilter.About(append.Head.Stream.Subject), Token);
        Promise.Holds((await Log.ReadLogAsync(before, 10, Token)).All(entry => entry is { Entry.Details: null, IsIntact: true }), Sentence, "ReadLogAsync after the details were forgotten", "entries without details that are intact", "others");
    }

    /// <summary>Bodies go, the order stays.</summary>
    [Fact]
    public async Task An_expired_entry_keeps_its_position()
    {
        const string Sentence = "An entry that has expired keeps its position and its hash, and nothing else.";
        await Order.DrainAsync();
        var append = LedgerSamples.Append(Stream(), entries: 2, status: LedgerSamples.Closed);
        await AppendAsync(append);
        var size = (await Order.CommitAsync()).Tree.Size;
        await Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100)), Token);

        var read = await Log.ReadLogAsync(size - 2, 10, Token);
        Promise.Holds(
            read.Count == 2 && read.All(entry => entry is { Entry: null, IsIntact: true }) && read[0].Hash == append.Entries[0].Hash && read[1].Id == append.Entries[1].Id,
            Sentence,
            "ReadLogAsync after the stream expired",
            "two entries of which id and hash are left",
            $"{read.Count}, or others");
    }

    /// <summary>Where an entry stands is how its proof begins.</summary>
    [Fact]
    public async Task Finds_positions()
    {
        const string Sentence = "The position of every entry is found that has one.";
        await Order.DrainAsync();
        var (ordered, waiting) = (LedgerSamples.Append(Stream("a"), entries: 3), LedgerSamples.Append(Stream("b")));
        await AppendAsync(ordered);
        var size = (await Order.CommitAsync()).Tree.Size;
        await AppendAsync(waiting);

        var found = await Log.FindPositionsAsync([.. ordered.Entries.Select(entry => entry.Id), waiting.Entries[0].Id, EntryId.New(LedgerSamples.Start), ordered.Entries[0].Id], Token);
        Promise.AreEqual(ordered.Entries.Select((entry, place) => $"{entry.Id} {size - 3 + place}"), found.Select(each => $"{each.Id} {each.Position}"), Sentence, "FindPositionsAsync");
    }

    /// <summary>What waits is no stray, and neither is what has expired.</summary>
    [Fact]
    public async Task Finds_no_strays_in_a_sound_ledger()
    {
        const string Sentence = "What has a position, what waits for one and what has expired is no stray.";
        await AppendAsync(LedgerSamples.Append(Stream("a"), entries: 3, status: LedgerSamples.Closed));
        await Order.DrainAsync();
        await AppendAsync(LedgerSamples.Append(Stream("b"), entries: 2));
        await Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100)), Token);

        Promise.IsEqual(0, (await Log.FindStraysAsync(null, 10, Token)).Count, Sentence, "FindStraysAsync: how many");
        Promise.IsEqual(0, (await Log.FindStraysAsync(EntryId.New(LedgerSamples.Start), 10, Token)).Count, Sentence, "FindStraysAsync after an id: how many");
    }

    /// <summary>The nodes that the tree has are no strays.</summary>
    [Fact]
    public async Task Finds_no_stray_nodes_in_a_sound_ledger()
    {
        const string Sentence = "A node that is complete at the size of the tip is no stray.";
        await AppendAsync(LedgerSamples.Append(Stream("a"), entries: 300));
        await Order.DrainAsync();
        Promise.IsEqual(0, (await Log.FindStrayNodesAsync(10, Token)).Count, Sentence, "FindStrayNodesAsync: how many");
    }

    /// <summary>The nodes come to the roots that were promised at every size, whoever asks for a proof.</summary>
    [Fact]
    public async Task Every_proof_of_the_log_verifies()
    {
        const string Sentence = "Every entry can be proven to stand at its position, and every tree to have grown out of an earlier one.";
        await Order.DrainAsync();
        foreach (var part in (int[])[300, 400])
        {
            await AppendAsync(LedgerSamples.Append(Stream($"{part}"), entries: part));
        }

        var trees = new List<MerkleTree>();
        while (await Log.CountPendingAsync(Token) > 0)
        {
            trees.Add((await Order.CommitAsync(97)).Tree);
        }

        var (proofs, last) = (new MerkleProofs(Log), trees[^1]);
        Promise.Holds(last.Size >= Many, Sentence, $"ReadTipAsync after {Many} entries", "that many positions", $"{last.Size}");
        foreach (var tree in trees)
        {
            Promise.IsEqual(tree.Root, await proofs.RootAsync(tree.Size, Token), Sentence, $"the root at size {tree.Size}");
            Promise.Holds((await proofs.ProveConsistencyAsync(tree.Size, last.Size, Token)).Verifies(tree.Root, last.Root), Sentence, $"the proof that size {last.Size} grew out of size {tree.Size}", "one that verifies", "one that does not");
        }

        foreach (var entry in await Log.ReadLogAsync(last.Size - Many, Many, Token))
        {
            if (entry.Position % 37 == 0 || entry.Position > last.Size - 5)
            {
                Promise.Holds(
                    (await proofs.ProveInclusionAsync(entry.Position, last.Size, Token)).Verifies(MerkleTree.LeafOf(entry.Hash), last.Root), Sentence, $"the proof of position {entry.Position}", "one that verifies", "one that does not");
            }
        }
    }

    /// <summary>Limits are limits.</summary>
    [Fact]
    public async Task Refuses_to_be_asked_for_too_much()
    {
        const string Sentence = "Who asks for too much at once is refused.";
        var ids = Enumerable.Repeat(EntryId.New(LedgerSamples.Start), LedgerLimits.ItemsAtOnce + 1).ToValueList();
        (string Asked, Func<ValueTask> Act)[] questions =
        [
            ("ReadPendingAsync(0)", async () => await Log.ReadPendingAsync(0, Token)),
            ("ReadPendingAsync(10,001)", async () => await Log.ReadPendingAsync(LedgerLimits.ItemsAtOnce + 1, Token)),
            ("ReadLogAsync(0, 1,001)", async () => await Log.ReadLogAsync(0, LedgerLimits.HeadsPerPage + 1, Token)),
            ("FindPositionsAsync of 10,001", async () => await Log.FindPositionsAsync(ids, Token)),
            ("FindStraysAsync(null, 0)", async () => await Log.FindStraysAsync(null, 0, Token)),
            ("FindStrayNodesAsync(0)", async () => await Log.FindStrayNodesAsync(0, Token)),
        ];
        foreach (var (asked, act) in questions)
        {
            await Promise.ThrowsAsync<ArgumentOutOfRangeException>(act, Sentence, asked);
        }
    }
}
