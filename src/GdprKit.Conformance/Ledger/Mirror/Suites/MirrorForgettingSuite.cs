using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What goes out of a mirror.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorForgettingSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorForgettingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>A proof of yesterday holds tomorrow.</summary>
    [Fact]
    public async Task Forgetting_changes_no_root()
    {
        const string Sentence = "Forgetting removes what it is told to, and nothing else; every root stays.";
        var (tip, entries) = await FillAsync(4, 70);
        ValueList<OrderedEntry> less = [WithoutDetails(entries[1]), Expired(entries[3]), WithoutDetails(entries[72])];
        Promise.IsEqual(3, await Mirror.ForgetAsync(less, Token), Sentence, "ForgetAsync of three: the number");
        var left = entries.Select(entry => less.FirstOrDefault(each => each.Position == entry.Position) ?? entry).ToValueList();
        await ExpectAsync(tip, left, Sentence, "ForgetAsync");
        var other = await Fixture.OpenAsync(Name, Token);
        for (var size = 0; size <= tip.Tree.Size; size++)
        {
            var root = MerkleTree.Empty.Append(entries.Take(size).Select(entry => MerkleTree.LeafOf(entry.Hash))).Root;
            Promise.IsEqual(root, await other.ReadRootAsync(size, Token), Sentence, $"ReadRootAsync({size}) after ForgetAsync");
        }

        var next = Batch(tip, 2);
        Promise.IsEqual(true, await Mirror.AppendAsync(next, Token), Sentence, "AppendAsync after ForgetAsync: whether it is held");
        await ExpectAsync(next.Next, [.. left, .. next.Entries], Sentence, "AppendAsync after ForgetAsync");
    }

    /// <summary>What was forgotten does not come back by it.</summary>
    [Fact]
    public async Task Forgetting_adds_nothing()
    {
        const string Sentence = "Of what the mirror holds less, no more is written, and nothing that it does not hold.";
        var (tip, entries) = await FillAsync(3);
        await Mirror.ForgetAsync([WithoutDetails(entries[0]), Expired(entries[1])], Token);
        Promise.IsEqual(
            0, await Mirror.ForgetAsync([entries[0], entries[1], entries[2], Expired(Entry(3))], Token), Sentence, "ForgetAsync with whole entries, and with one that the mirror does not hold: the number");
        await ExpectAsync(tip, [WithoutDetails(entries[0]), Expired(entries[1]), entries[2]], Sentence, "ForgetAsync with more than the mirror holds");
        Promise.IsEqual(0, await Mirror.ForgetAsync([WithoutDetails(entries[0]), WithoutDetails(entries[1])], Token), Sentence, "ForgetAsync of what is forgotten: the number");
        await ExpectAsync(tip, [WithoutDetails(entries[0]), Expired(entries[1]), entries[2]], Sentence, "ForgetAsync of what is forgotten");
        await BeginAnewAsync();
        Promise.IsEqual(0, await Mirror.ForgetAsync([Expired(entries[0])], Token), Sentence, "ForgetAsync of a mirror that holds nothing: the number");
        await ExpectAsync(null, [], Sentence, "ForgetAsync of a mirror that holds nothing");
    }

    /// <summary>Who removes a row beside the ledger does not remove it from the mirror.</summary>
    [Fact]
    public async Task Keeps_what_the_ledger_lost()
    {
        const string Sentence = "An entry that is missing in the ledger and has not expired there stays in the mirror.";
        var (tip, entries) = await FillAsync(2);
        Promise.IsEqual(0, await Mirror.ForgetAsync([entries[1] with { Entry = null }], Token), Sentence, "ForgetAsync of an entry that is missing: the number");
        await ExpectAsync(tip, entries, Sentence, "ForgetAsync of an entry that is missing");
    }

    /// <summary>A ledger that was rewritten takes nothing from the mirror.</summary>
    [Fact]
    public async Task Refuses_to_forget_another_entry()
    {
        const string Sentence = "Where the mirror holds another entry, nothing is forgotten.";
        var (tip, entries) = await FillAsync(3);
        var expected = LedgerException.MirrorHoldsOther(2).Id;
        foreach (var (asked, other) in new[]
        {
            ("another hash", Expired(entries[2] with { Hash = Digest.Of("other"u8) })),
            ("another id", Expired(entries[2] with { Id = Entry(2).Id })),
            ("another hash under which it expired", entries[2] with { Entry = null, ExpiredHash = Digest.Of("other"u8) }),
        })
        {
            var refusal = await Promise.ThrowsAsync<LedgerException>(async () => await Mirror.ForgetAsync([WithoutDetails(entries[0]), other], Token), Sentence, $"ForgetAsync of two, one with {asked}");
            Promise.IsEqual(expected, refusal.Id, Sentence, $"ForgetAsync of two, one with {asked}: the id of the refusal");
            await ExpectAsync(tip, entries, Sentence, $"ForgetAsync of two, one with {asked}");
        }
    }
}
