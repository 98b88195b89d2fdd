using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What is read from a mirror.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorReadingSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorReadingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>A database that was restored is compared at the size that it has.</summary>
    [Fact]
    public async Task Knows_the_root_of_every_size()
    {
        const string Sentence = "The root of every size that the mirror had is known.";
        var (tip, entries) = await FillAsync(3, 1, 5);
        var other = await Fixture.OpenAsync(Name, Token);
        var tree = MerkleTree.Empty;
        Promise.IsEqual(tree.Root, await other.ReadRootAsync(0, Token), Sentence, "ReadRootAsync(0)");
        foreach (var entry in entries)
        {
            tree = tree.Append(MerkleTree.LeafOf(entry.Hash));
            Promise.IsEqual(tree.Root, await other.ReadRootAsync(tree.Size, Token), Sentence, $"ReadRootAsync({tree.Size})");
        }

        foreach (var size in new[] { -1, tip.Tree.Size + 1 })
        {
            await Promise.ThrowsAsync<ArgumentOutOfRangeException>(async () => await other.ReadRootAsync(size, Token), Sentence, $"ReadRootAsync({size}) of 9");
        }
    }

    /// <summary>Page after page, from anywhere.</summary>
    [Fact]
    public async Task Reads_entries_by_their_positions()
    {
        const string Sentence = "Those entries are read that stand from a position on, in their order.";
        var (_, entries) = await FillAsync(200, 1, 99);
        var other = await Fixture.OpenAsync(Name, Token);
        foreach (var (from, limit) in new[] { (0, 1_000), (0, 1), (63, 2), (64, 64), (199, 3), (200, 1), (299, 10), (300, 10), (5_000, 1) })
        {
            var expected = entries.Skip(from).Take(limit).ToValueList();
            var read = await other.ReadAsync(from, limit, Token);
            Promise.IsEqual(MirrorWords.Of(expected), MirrorWords.Of(read), Sentence, $"ReadAsync({from}, {limit}) of 300");
            Promise.Holds(read == expected, Sentence, $"ReadAsync({from}, {limit}) of 300", "entries that are equal in every part", "entries that look alike and differ");
        }
    }

    /// <summary>Nobody can ask for so much that memory does not hold it.</summary>
    [Fact]
    public async Task Refuses_to_be_asked_for_too_much()
    {
        const string Sentence = "Who asks for too much at once is refused.";
        await FillAsync(1);
        var many = Enumerable.Range(0, LedgerLimits.ItemsAtOnce + 1).Select(i => Digest.Of(BitConverter.GetBytes(i))).ToValueList();
        (string Asked, Func<ValueTask> Ask)[] questions =
        [
            ("ReadAsync of 0", async () => await Mirror.ReadAsync(0, 0, Token)),
            ("ReadAsync of 1,001", async () => await Mirror.ReadAsync(0, 1_001, Token)),
            ("ReadAsync from before the first position", async () => await Mirror.ReadAsync(-1, 1, Token)),
            ("FindLackingContentAsync of 10,001", async () => await Mirror.FindLackingContentAsync(many, Token)),
            ("ForgetAsync of 1,001", async () => await Mirror.ForgetAsync([.. Enumerable.Range(0, 1_001).Select(i => Entry(i))], Token)),
            ("AcceptAsync of more than 64 KiB", async () => await Mirror.AcceptAsync(Item(1, new string('x', MirrorRange.InboxBytes + 1)), Token)),
        ];
        foreach (var (asked, ask) in questions)
        {
            await Promise.ThrowsAsync<ArgumentOutOfRangeException>(ask, Sentence, asked);
        }
    }
}
