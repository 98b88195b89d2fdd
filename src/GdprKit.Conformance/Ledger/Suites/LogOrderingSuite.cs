using GdprKit.Ledger;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A log that gives positions.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LogOrderingSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture, IOrderedLedgerFixture
{
    /// <summary>Tests the log of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LogOrderingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private ILedgerLog Log => Session.Log;

    private LogOrder Order => field ??= new LogOrder(Session, Token);

    /// <summary>Everything that was appended waits, and nothing waits that has a position.</summary>
    [Fact]
    public async Task Gives_what_waits_for_a_position()
    {
        const string Sentence = "What was appended and has no position waits for one, with its hash, as much as is asked for.";
        await Order.DrainAsync();
        var append = LedgerSamples.Append(Stream(), entries: 3);
        await AppendAsync(append);

        var waiting = await Log.ReadPendingAsync(100, Token);
        Promise.IsEqual(Hashes(append.Entries), Hashes(waiting), Sentence, "ReadPendingAsync(100) after three entries were appended");
        Promise.IsEqual(2, (await Log.ReadPendingAsync(2, Token)).Count, Sentence, "ReadPendingAsync(2): how many");
        await Order.CommitAsync(2);
        Promise.IsEqual(Hashes(append.Entries.Skip(2)), Hashes(await Log.ReadPendingAsync(100, Token)), Sentence, "ReadPendingAsync(100) after two of them got a position");
    }

    /// <summary>A number for operators.</summary>
    [Fact]
    public async Task Counts_what_waits_for_a_position()
    {
        const string Sentence = "The entries without a position are counted.";
        await Order.DrainAsync();
        Promise.IsEqual(0, await Log.CountPendingAsync(Token), Sentence, "CountPendingAsync when everything has a position");
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 5));
        await Order.CommitAsync(2);
        Promise.IsEqual(3, await Log.CountPendingAsync(Token), Sentence, "CountPendingAsync after five entries, of which two got a position");
    }

    /// <summary>Ids alone are not in order: a clock can go back.</summary>
    [Fact]
    public async Task An_entry_never_comes_before_the_one_it_follows_in_its_stream()
    {
        const string Sentence = "The entries of a stream wait in the order of their versions, whatever their ids, and who asks for few gets the first ones.";
        await Order.DrainAsync();
        var entries = Enumerable.Range(1, 6).Select(version => LedgerSamples.Entry(Stream(), version)).ToArray();

        // As when a clock goes back: the ids fall while the versions rise.
        var ids = entries.Select(entry => entry.Id).OrderDescending().ToArray();
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = Sealed(entries[i], ids[i]);
        }

        await AppendAsync(new StreamAppend(0, [entries[0], entries[1]], LedgerSamples.Head(Stream(), 2)));
        await AppendAsync(new StreamAppend(2, [entries[2]], LedgerSamples.Head(Stream(), 3)));
        await AppendAsync(new StreamAppend(3, [entries[3], entries[4], entries[5]], LedgerSamples.Head(Stream(), 6)));

        Promise.IsEqual(Hashes(entries[..4]), Hashes(await Log.ReadPendingAsync(4, Token)), Sentence, "ReadPendingAsync(4) of six entries whose ids fall");
        Promise.IsEqual(Hashes(entries), Hashes(await Log.ReadPendingAsync(6, Token)), Sentence, "ReadPendingAsync(6) of them");
    }

    /// <summary>What is gone was there, and its hash stands in the tree.</summary>
    [Fact]
    public async Task What_expires_before_it_has_a_position_gets_one()
    {
        const string Sentence = "An entry that expires while it waits gets its position all the same, with the hash that is left of it.";
        await Order.DrainAsync();
        var append = LedgerSamples.Append(Stream(), entries: 2, status: LedgerSamples.Closed);
        await AppendAsync(append);
        await Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100)), Token);

        Promise.IsEqual(Hashes(append.Entries), Hashes(await Log.ReadPendingAsync(10, Token)), Sentence, "ReadPendingAsync after the stream expired");
        var tip = await Order.CommitAsync();
        var read = await Log.ReadLogAsync(tip.Tree.Size - 2, 10, Token);
        Promise.Holds(read.Count == 2 && read.All(entry => entry is { Entry: null, IsIntact: true }), Sentence, "ReadLogAsync of both", "two of which the hash is left", $"{read.Count}, or others");
    }

    /// <summary>One entry that has a position already, and nothing of the batch is written.</summary>
    [Fact]
    public async Task Positions_are_written_whole_or_not_at_all()
    {
        const string Sentence = "A batch of which one entry waits no longer is refused, and nothing of it is written.";
        await Order.DrainAsync();
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 4));
        var waiting = await Log.ReadPendingAsync(10, Token);
        var tip = await Order.CommitAsync(1);

        var result = await Log.CommitOrderAsync(OrderBatch.After(tip, [waiting[1], waiting[0], waiting[2]], await Order.FenceAsync()), Token);

        Promise.IsEqual(new OrderResult.TipMoved(), result, Sentence, "CommitOrderAsync of a batch in which one entry has a position");
        Promise.IsEqual(tip, await Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after it");
        Promise.IsEqual(3, await Log.CountPendingAsync(Token), Sentence, "CountPendingAsync after it");
        Promise.IsEqual(0, (await Log.ReadLogAsync(tip.Tree.Size, 10, Token)).Count, Sentence, "ReadLogAsync behind the tip: how many");
    }

    /// <summary>As when those that a restored database has lost get their positions back, and others wait.</summary>
    [Fact]
    public async Task Entries_among_others_get_their_positions()
    {
        const string Sentence = "Positions are given to the entries of a batch, whatever else waits before, between and after them.";
        await Order.DrainAsync();
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 5));
        var waiting = await Log.ReadPendingAsync(10, Token);
        var tip = await Log.ReadTipAsync(Token);

        var result = await Log.CommitOrderAsync(OrderBatch.After(tip, [waiting[1], waiting[3]], await Order.FenceAsync()), Token);

        Promise.IsEqual(new OrderResult.Committed(), result, Sentence, "CommitOrderAsync of the second and the fourth of five entries");
        Promise.IsEqual(Hashes([waiting[0], waiting[2], waiting[4]]), Hashes(await Log.ReadPendingAsync(10, Token)), Sentence, "ReadPendingAsync after it");
    }

    /// <summary>Whose answer was lost asks again.</summary>
    [Fact]
    public async Task The_same_positions_twice_are_written_once()
    {
        const string Sentence = "A batch that was written before is committed, and nothing is written again.";
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 2));
        var batch = await Order.NextAsync();
        await Log.CommitOrderAsync(batch, Token);
        var tip = await Log.ReadTipAsync(Token);

        Promise.IsEqual(new OrderResult.Committed(), await Log.CommitOrderAsync(batch, Token), Sentence, "CommitOrderAsync of the same batch again");
        Promise.IsEqual(tip, await Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after it");
        Promise.IsEqual(0, (await Log.ReadLogAsync(tip!.Tree.Size, 10, Token)).Count, Sentence, "ReadLogAsync behind the tip: how many");
    }

    /// <summary>Somebody else was faster, or a ledger is taken for a new one.</summary>
    [Fact]
    public async Task Positions_on_a_stale_tip_are_refused()
    {
        const string Sentence = "Positions that are based on another tip than the one that stands are refused, and nothing is written.";
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 3));
        var stale = await Log.ReadTipAsync(Token);
        var tip = await Order.CommitAsync(1);
        var (waiting, fence) = (await Log.ReadPendingAsync(1, Token), await Order.FenceAsync());
        foreach (var (expected, what) in new[] { (stale, "the tip of before"), (null, "no tip at all"), (tip with { Ledger = Guid.NewGuid() }, "the tip of another ledger") })
        {
            if (expected?.Tree.Size != tip.Tree.Size || expected.Ledger != tip.Ledger)
            {
                Promise.IsEqual(new OrderResult.TipMoved(), await Log.CommitOrderAsync(OrderBatch.After(expected, waiting, fence), Token), Sentence, $"CommitOrderAsync that is based on {what}");
            }
        }

        Promise.IsEqual(tip, await Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after it");
    }

    /// <summary>Who was suspended and wakes up writes nothing.</summary>
    [Fact]
    public async Task Positions_under_a_lost_lease_are_refused()
    {
        const string Sentence = "Positions, and how much is mirrored, are written only under the lease that is held.";
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 2));
        var name = LedgerSamples.NewLease();
        var lost = (await Store.LeaseAsync(LeaseRequest.Take(name, Guid.NewGuid(), LedgerSamples.Start, Duration.FromMinutes(1)), Token))!.Fence;
        await Store.LeaseAsync(LeaseRequest.Take(name, Guid.NewGuid(), LedgerSamples.Start + Duration.FromHours(1), Duration.FromMinutes(1)), Token);
        var (tip, waiting) = (await Log.ReadTipAsync(Token), await Log.ReadPendingAsync(1, Token));

        Promise.IsEqual(new OrderResult.LeaseLost(), await Log.CommitOrderAsync(OrderBatch.After(tip, waiting, lost), Token), Sentence, "CommitOrderAsync under a lease that somebody else has taken");
        Promise.IsEqual(tip, await Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after it");
        tip = await Order.CommitAsync();
        Promise.IsEqual(false, await Log.CommitMirroredAsync(tip, tip.Tree.Size, lost, Token), Sentence, "CommitMirroredAsync under it");
    }

    /// <summary>Each step of the mirror follows the one before it.</summary>
    [Fact]
    public async Task Remembers_how_much_is_mirrored()
    {
        const string Sentence = "How much is mirrored is remembered when what was expected stands, also when the ledger grew meanwhile, and never more than has a position.";
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 3));
        var (before, fence) = (await Order.CommitAsync(2), await Order.FenceAsync());
        await Order.DrainAsync();
        var tip = (await Log.ReadTipAsync(Token))!;
        var size = before.Tree.Size;

        Promise.IsEqual(false, await Log.CommitMirroredAsync(tip, tip.Tree.Size + 1, fence, Token), Sentence, "CommitMirroredAsync of more than has a position");
        Promise.IsEqual(false, await Log.CommitMirroredAsync(before with { Ledger = Guid.NewGuid() }, size, fence, Token), Sentence, "CommitMirroredAsync of another ledger");
        Promise.IsEqual(true, await Log.CommitMirroredAsync(before, size, fence, Token), Sentence, "CommitMirroredAsync of what had a position when the tip was read");
        Promise.IsEqual(true, await Log.CommitMirroredAsync(before, size, fence, Token), Sentence, "CommitMirroredAsync of the same again");
        Promise.IsEqual(tip with { MirroredSize = size }, await Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after it");
        Promise.IsEqual(false, await Log.CommitMirroredAsync(before, tip.Tree.Size, fence, Token), Sentence, "CommitMirroredAsync on what was mirrored before");
        await AppendAsync(LedgerSamples.Append(Stream("other")));
        var grown = await Order.CommitAsync();
        Promise.IsEqual(size, grown.MirroredSize, Sentence, "ReadTipAsync after more positions: how much is mirrored");
        Promise.IsEqual(true, await Log.CommitMirroredAsync(grown, 0, await Order.FenceAsync(), Token), Sentence, "CommitMirroredAsync of nothing, because the mirror was lost");
        Promise.IsEqual(grown with { MirroredSize = 0 }, await Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after the mirror was lost");
    }

    /// <summary>Two who both think that they hold the lease, or one that was suspended.</summary>
    [Fact]
    public async Task Of_two_sequencers_one_writes()
    {
        const string Sentence = "Of several who put the same entries in order one writes, and every entry has one position.";
        await Order.DrainAsync();
        var fence = await Order.FenceAsync();
        for (var round = 0; round < 5; round++)
        {
            var append = LedgerSamples.Append(Stream($"{round}"), entries: 4);
            await AppendAsync(append);

            // All have read the same before the first one writes; each in another order, so that the trees differ.
            var (before, waiting) = (await Log.ReadTipAsync(Token), await Log.ReadPendingAsync(4, Token));
            var results = await AtOnceAsync(4, async (session, number) =>
            {
                var batch = OrderBatch.After(before, [.. waiting.Skip(number), .. waiting.Take(number)], fence);
                return (Batch: batch, Result: await session.Log.CommitOrderAsync(batch, Token));
            });

            var positions = await Log.FindPositionsAsync(append.Entries.Select(entry => entry.Id).ToValueList(), Token);
            var written = results.Where(each => each.Result is OrderResult.Committed).Select(each => each.Batch).ToList();
            Promise.IsEqual(1, written.Count, Sentence, "CommitOrderAsync of the same four entries in other orders, by four at once: how many are committed");
            Promise.IsEqual(written[0].Next.Tree, (await Log.ReadTipAsync(Token))!.Tree, Sentence, "ReadTipAsync after it: the tree of the one that is committed");
            Promise.IsEqual(4, positions.Count, Sentence, "FindPositionsAsync of the four entries: how many");
            var tip = (await Log.ReadTipAsync(Token))!;
            var read = await Log.ReadLogAsync(tip.Tree.Size - 4, 10, Token);
            Promise.AreEqual(append.Entries.Select(entry => $"{entry.Hash}"), read.Select(entry => $"{entry.Hash}"), Sentence, "ReadLogAsync of the last four positions");
        }
    }

    private static LedgerEntry Sealed(LedgerEntry entry, EntryId id) =>
        (new EntryType<SampleFacts>(entry.Type.ToString(), SampleJson.Default.SampleFacts).Draft(new SampleFacts(entry.Version)) with { Id = id }).Seal(entry.Stream, entry.Version, entry.RecordedAt);

    private static string Hashes(IEnumerable<LedgerEntry> entries) => string.Join(' ', entries.Select(entry => $"{entry.Id}:{entry.Hash}"));

    private static string Hashes(IEnumerable<PendingEntry> entries) => string.Join(' ', entries.Select(entry => $"{entry.Id}:{entry.Hash}"));
}
